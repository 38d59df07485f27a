/// SealedFieldRules: the rules of id number and bank account, looked at as they are entered; once sealed nobody can check
/// them again, so that their findings stay with the record. Pure, any thread.
#pragma once

#include "core/base/Clock.h"
#include "core/records/Client.h"
#include "core/records/Finding.h"

namespace core {

/// Resident identity numbers by GB 11643-1999 (ISO 7064 MOD 11-2, region, birthday); cards by ISO/IEC 7812-1 (Luhn). Accounts
/// of companies and other countries' documents have no check of their own. Without a clock no birthday is still to come.
void checkSealedFields(const ClientValues& values, const Clock* clock, Findings& findings);

} // namespace core
