#!/usr/bin/env python3
"""Several computers on a real SMB share save into one office; computers die, cables are pulled, the server restarts.

    tests/share/share.py --smblab PATH/smblab --dossierctl build/release/bin/dossierctl [--runs 5] [--oplocks yes,no]

Needs smblab (client machines with the kernel's cifs client, an smbd, and commands to break things). Not a part of CI: a whole
run takes about an hour. What was answered as saved must be there once, what was answered as not saved must not be there,
whatever nobody answered may be there or not, but not twice; and every check of the office must be clean. Ends with 1 where it
is not.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import threading
import time

PASSWORD = "granite walrus umbrella"


class Lab:
    def __init__(self, smblab, state):
        self.smblab, self.state = smblab, state

    def call(self, *words, timeout=900):
        return subprocess.run([self.smblab, "--state", self.state, *words], text=True, timeout=timeout,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def must(self, *words):
        done = self.call(*words)
        if done.returncode != 0:
            sys.exit("smblab %s: %s" % (" ".join(words), done.stdout))

    def run(self, client, text, timeout):
        done = subprocess.run([self.smblab, "--state", self.state, "run", str(client), "--timeout", str(timeout), "--", text],
                              text=True, errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout


def guest(client, command):
    return ("export HOME=/tmp/home LANG=C.UTF-8; mkdir -p $HOME; echo '%s' > /tmp/pw; %s" % (PASSWORD, command))


class Office:
    """The office on the share, and what each client was told about its saves."""

    def __init__(self, lab, dossierctl, name):
        self.lab, self.dossierctl, self.name = lab, dossierctl, name
        self.share = "/share/%s.dossier" % name
        self.answers = {}  # name of a client record -> exit code, or None where nobody answered
        self.lines = []
        code, out = lab.run(1, guest(1, "dossierctl --office %s --password-file /tmp/pw office create --name %s --admin li"
                                        " --recovery-file /tmp/code-%s --kdf-memory 64" % (self.share, name, name)), 120)
        if code != 0:
            sys.exit("the office could not be made: " + out)

    def save(self, client, mark, count, timeout=600):
        """One batch of saves from one client; gives the seconds it took."""
        names = ["%s-%d-%d" % (mark, client, i) for i in range(count)]
        commands = "".join("client add --force --set name=%s --set city=Suzhou\\n" % name for name in names)
        begun = time.time()
        _, out = self.lab.run(client, guest(client, "printf '%s' > /tmp/lines; dossierctl --office %s --user li"
                                                    " --password-file /tmp/pw --language en --json batch /tmp/lines"
                                            % (commands, self.share)), timeout)
        for name in names:
            self.answers[name] = None
        for line in out.splitlines():
            try:
                answer = json.loads(line)
            except ValueError:
                continue
            if isinstance(answer, dict) and "line" in answer:
                message = answer.get("error", {}).get("message", "")
                unknown = "not known" in message
                self.answers[names[answer["line"] - 1]] = None if unknown else answer["exit"]
                if answer["exit"] != 0:
                    self.lines.append("%s: %s" % (names[answer["line"] - 1], message))
        return time.time() - begun

    def host(self, *words):
        home = os.path.join(self.lab.state, "checking-home")
        os.makedirs(home, exist_ok=True)
        password = os.path.join(home, "pw")
        with open(password, "w") as file:
            file.write(PASSWORD + "\n")
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home)
        folder = os.path.join(self.lab.state, "share", self.name + ".dossier")
        done = subprocess.run([self.dossierctl, "--office", folder, "--user", "li", "--password-file", password, "--json",
                               "--language", "en", *words], text=True, env=environment, stdout=subprocess.PIPE)
        return done.returncode, json.loads(done.stdout or "{}")

    def check(self):
        """Everything that is wrong; empty where nothing is."""
        wrong = []
        code, answer = self.host("office", "check")
        if code != 0:
            wrong.append("office check: %s" % json.dumps(answer)[:2000])
        code, answer = self.host("audit", "verify")
        if code != 0:
            wrong.append("audit verify: %s" % json.dumps(answer)[:500])
        there, cursor = {}, None
        while True:
            words = ["client", "list", "--limit", "500"] + (["--after", cursor] if cursor else [])
            code, page = self.host(*words)
            if code != 0:
                wrong.append("client list: %s" % page)
                return wrong
            for record in page["clients"]:
                there[record["name"]] = there.get(record["name"], 0) + 1
            cursor = page.get("next")
            if not cursor:
                break
        for name, exit_code in self.answers.items():
            count = there.get(name, 0)
            if count > 1 or (exit_code == 0 and count != 1) or (exit_code not in (0, None) and count != 0):
                wrong.append("%s: answered %s, there %d times" % (name, exit_code, count))
        return wrong

    def told(self):
        values = list(self.answers.values())
        return "%d saved, %d refused, %d without an answer" % (values.count(0), sum(1 for v in values if v), values.count(None))


def together(office, mark, clients, count, then=None):
    seconds = {}
    threads = [threading.Thread(target=lambda c=c: seconds.__setitem__(c, office.save(c, mark, count)))
               for c in range(1, clients + 1)]
    for thread in threads:
        thread.start()
    if then:
        then()
    for thread in threads:
        thread.join()
    return seconds


class Meeting:
    """office test-share --with-another-computer on clients 1 and 2."""

    def __init__(self, lab):
        self.lab, self.failures = lab, 0
        self.host_folder = os.path.join(lab.state, "share", "Meeting")
        os.makedirs(self.host_folder, exist_ok=True)
        os.chmod(self.host_folder, 0o777)

    def run(self, wait, then=None):
        """Exit code and checks by client."""
        answers = {}

        def one(client):
            code, out = self.lab.run(client, guest(client, "dossierctl --office /share/Meeting --language en --json office"
                                                           " test-share --with-another-computer --wait %d" % wait), 400)
            try:
                answer = json.loads(out[out.index("{"):out.rindex("}") + 1])
            except ValueError:
                answer = {"checks": [], "error": {"message": out}}
            answers[client] = code, answer
        threads = [threading.Thread(target=one, args=(client,)) for client in (1, 2)]
        for thread in threads:
            thread.start()
        if then:
            then()
        for thread in threads:
            thread.join()
        return answers

    def expect(self, what, answers, client, code, word):
        got, answer = answers[client]
        message = answer.get("error", {}).get("message", "")
        took = sum(c["milliseconds"] for c in answer["checks"] if c["name"].startswith(("met", "other_"))) / 1000
        fine = got == code and word in message
        print("%s, client %d: exit %s, %d checks, %.1f s with the other; %s%s"
              % (what, client, got, len(answer["checks"]), took, message or "works", "" if fine else "  WRONG"), flush=True)
        self.failures += 0 if fine else 1

    def expect_nothing_left(self, what):
        left = os.listdir(self.host_folder)
        if left:
            print("%s: left in the folder: %s  WRONG" % (what, ", ".join(left)), flush=True)
            self.failures += 1

    def in_the_middle(self):
        """Waits until each has said something to the other."""
        for _ in range(1200):
            talking = 0
            for name in os.listdir(self.host_folder):
                try:
                    with open(os.path.join(self.host_folder, name), "rb") as file:
                        talking += re.search(rb'"number":[1-9]', file.read(8192)) is not None and name.endswith(".talk")
                except OSError:
                    pass
            if talking == 2:
                return
            time.sleep(0.1)

    def steady(self, client):
        """Boots a client anew whose clock runs away (an emulated one may have measured it wrong), as all patience goes by it."""
        for _ in range(5):
            seconds = []
            begun = time.time()
            for pause in (0, 5):
                time.sleep(pause)
                seconds.append(float(self.lab.run(client, "cat /proc/uptime", 60)[1].split()[0]))
            if seconds[1] - seconds[0] < 2 * (time.time() - begun):
                return
            print("the clock of client %d runs away: booted anew" % client, flush=True)
            self.lab.call("kill", str(client))
            self.lab.must("boot", str(client))

    def all(self):
        for client in (1, 2):
            self.steady(client)
        good = self.run(120)
        for client in (1, 2):
            self.expect("both mounts good", good, client, 0, "")
            warned = [c["message"] for c in good[client][1]["checks"] if c["name"] == "two_computers" and c["message"]]
            if warned:
                print("both mounts good, client %d: %s  WRONG" % (client, warned[0]))
                self.failures += 1
        self.expect_nothing_left("both mounts good")

        def cut_power():
            self.in_the_middle()
            self.lab.call("kill", "2")
        killed = self.run(120, cut_power)
        self.expect("power of client 2 cut in the middle", killed, 1, 5, "went away")
        self.expect_nothing_left("power of client 2 cut in the middle")
        self.lab.must("boot", "2")
        self.steady(2)

        self.lab.must("remount", "2", "--mount-opts", "nobrl")
        loose = self.run(30)
        self.expect("client 2 without locks", loose, 2, 1, "nobrl")
        self.expect("client 2 without locks", loose, 1, 5, "No other computer came")
        self.expect_nothing_left("client 2 without locks")
        return self.failures


def change_the_key(lab, dossierctl, clients, count, kind):
    """Client 1 changes the key of the office while the others save; `kind` breaks client 1 off in the middle, or "": nothing
    does. Afterwards the change is asked for again, and everybody saves on."""
    office = Office(lab, dossierctl, "key" + (kind or "whole"))
    office.save(1, "before", 40)

    def rekey(client):
        return lab.run(client, guest(client, "dossierctl --office %s --user li --password-file /tmp/pw --language en --json"
                                             " office rekey" % office.share), 300)

    said = []
    threads = [threading.Thread(target=office.save, args=(c, "during", count)) for c in range(2, clients + 1)]
    threads.append(threading.Thread(target=lambda: said.append(rekey(1))))
    for thread in threads:
        thread.start()
    if kind:
        time.sleep(4 + random.random() * 6)
        lab.call(kind, "1")
        if kind == "cut":
            time.sleep(60)
            lab.call("heal", "1")
    for thread in threads:
        thread.join()
    if kind == "kill":
        lab.must("boot", "1")
    code, out = rekey(2)
    together(office, "after", clients, 3)
    wrong = office.check()
    if code != 0:
        wrong.append("the key could not be changed afterwards: " + out[-500:])
    stuck = [n for n, answer in office.answers.items() if n.startswith("after") and answer != 0]
    wrong += ["%s was not saved after the key was changed" % name for name in stuck]
    first = " ".join(said[0][1].split())[-120:] if said else ""
    print("the key changed%s: %s; the first answered %s, the second %s; %s"
          % (", broken off by " + kind if kind else "", office.told(), first or "nothing", " ".join(out.split())[-40:],
             "WRONG " + "; ".join(wrong) if wrong else "whole"), flush=True)
    return len(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smblab", required=True)
    parser.add_argument("--dossierctl", required=True)
    parser.add_argument("--state", default="/tmp/smblab-state")
    parser.add_argument("--clients", type=int, default=3)
    parser.add_argument("--saves", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--oplocks", default="yes,no")
    parser.add_argument("--breaks", default="kill,cut,restart")
    parser.add_argument("--meet", action="store_true",
                        help="only the lock test between two computers: good mounts, a power cut, a mount without locks")
    parser.add_argument("--rekey", action="store_true",
                        help="only changes of the office's key while others save: whole, and broken off in the middle")
    arguments = parser.parse_args()
    lab = Lab(arguments.smblab, arguments.state)
    failures = 0
    if arguments.meet:
        for oplocks in arguments.oplocks.split(","):
            print("oplocks " + oplocks, flush=True)
            lab.must("up", "--clients", "2", "--fresh", "--programs", arguments.dossierctl, "--oplocks", oplocks,
                     "--server-notices", "15")
            failures += Meeting(lab).all()
            lab.call("down")
        sys.exit(1 if failures else 0)
    if arguments.rekey:
        for oplocks in arguments.oplocks.split(","):
            print("oplocks " + oplocks, flush=True)
            lab.must("up", "--clients", str(arguments.clients), "--fresh", "--programs", arguments.dossierctl,
                     "--oplocks", oplocks, "--server-notices", "15")
            for kind in [""] + [k for k in arguments.breaks.split(",") if k in ("kill", "cut")]:
                failures += change_the_key(lab, arguments.dossierctl, arguments.clients, arguments.saves, kind)
            lab.call("down")
        sys.exit(1 if failures else 0)
    for oplocks in arguments.oplocks.split(","):
        lab.must("up", "--clients", str(arguments.clients), "--fresh", "--programs", arguments.dossierctl,
                 "--oplocks", oplocks, "--server-notices", "15")
        office = Office(lab, arguments.dossierctl, "Saves")
        seconds = together(office, "s", arguments.clients, arguments.saves)
        wrong = office.check()
        rates = ", ".join("%.1f" % (arguments.saves / s) for s in seconds.values())
        print("oplocks %s: %d x %d saves: %s; saves per second of each client (with its login): %s; %s"
              % (oplocks, arguments.clients, arguments.saves, office.told(), rates, "WRONG " + "; ".join(wrong) if wrong else "whole"),
              flush=True)
        failures += len(wrong)
        for kind in [k for k in arguments.breaks.split(",") if k]:
            for run in range(1, arguments.runs + 1):
                office = Office(lab, arguments.dossierctl, "%s%d" % (kind, run))

                def breakage():
                    time.sleep(6 + random.random() * 6)
                    if kind == "kill":
                        lab.call("kill", "2")
                    elif kind == "cut":
                        lab.call("cut", "2")
                        time.sleep(60)
                        lab.call("heal", "2")
                    else:
                        lab.call("restart-server", "--down", "3")

                begun = time.time()
                together(office, kind, arguments.clients, arguments.saves, breakage)
                if kind == "kill":
                    lab.must("boot", "2")
                together(office, "after", arguments.clients, 3)  # and everybody can go on
                wrong = office.check()
                stuck = [n for n, code in office.answers.items() if n.startswith("after") and code != 0]
                wrong += ["%s was not saved after the break" % name for name in stuck]
                print("oplocks %s, %s, run %d: %s in %.0f s; %s"
                      % (oplocks, kind, run, office.told(), time.time() - begun, "WRONG " + "; ".join(wrong) if wrong else "whole"),
                      flush=True)
                for line in sorted(set(re.sub(r"^\S+: ", "", l) for l in office.lines)):
                    print("    said: " + line)
                failures += len(wrong)
        lab.call("down")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
