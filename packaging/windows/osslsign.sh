#!/bin/sh
# osslsign.sh FILE: signs it in place in a cross-build, as DOSSIER_SIGN (packaging/SIGNING.md): SIGN_CERTIFICATE (PEM), SIGN_KEY (PEM;
# for a token or a service see osslsigncode's -pkcs11module and the service's own tool), SIGN_TIME (address of an RFC 3161 service).
set -e
osslsigncode sign -h sha256 -certs "$SIGN_CERTIFICATE" -key "$SIGN_KEY" ${SIGN_TIME:+-ts "$SIGN_TIME"} -n Dossier \
    -in "$1" -out "$1.signed" >/dev/null
mv "$1.signed" "$1"
