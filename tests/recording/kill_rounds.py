#!/usr/bin/env python3
"""Kills ipclab or its launcher at random moments while it records, and looks what the file has.

kill_rounds.py IPCLAB [ROUNDS [SEED]]     default: 100 rounds

Of each round the file must open (SQLite's own check, and ipclab itself), and what was measured until at most a second
before must be in it: the newest sample, on the clock of the machine, against the moment of the kill. After the kill of
the launcher ipclab itself has ended the recording: then against the kill likewise.
"""
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


def children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return [int(child) for child in file.read().split()]


def launcher_of(pid):
    for child in children(pid):
        with open(f"/proc/{child}/comm") as file:
            if file.read().startswith("ipclab-launcher"):
                return child
    return None


def newest(path):
    base = sqlite3.connect(path)
    damage = base.execute("PRAGMA integrity_check").fetchone()[0]
    start = base.execute("SELECT start_ns FROM run").fetchone()[0]
    sample = base.execute("SELECT max(last) FROM (SELECT (SELECT max(t_ns) FROM sample WHERE series = s.id) last "
                          "FROM series s)").fetchone()[0]
    wrong = base.execute("SELECT count(*) FROM sample_level WHERE count + gaps <> span").fetchone()[0]
    # Every sum is of all intervals until then.
    wrong += base.execute("SELECT count(*) FROM interval_sum s WHERE intervals <> (SELECT count(*) FROM interval i WHERE "
                          "i.process = s.process AND i.end_ns <= s.end_ns)").fetchone()[0]
    base.close()
    return damage, start, sample, wrong


def one_round(ipclab, path, chance):
    run = subprocess.Popen([ipclab, "run", "first", "--duration", "30", "--record", path],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not os.path.exists(path) and run.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(1.5, 4.5))
        whom = launcher_of(run.pid) if chance.random() < 0.3 else run.pid
        killed = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
        os.kill(whom or run.pid, signal.SIGKILL)
        run.wait(30)
    finally:
        if run.poll() is None:
            run.kill()
            run.wait()
    return "launcher" if whom not in (None, run.pid) else "ipclab", killed


def main():
    ipclab, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int(time.time())
    chance = random.Random(seed)
    print(f"seed {seed}")
    lost, failed, journals = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            path = os.path.join(folder, f"{number}.ipclab")
            whom, killed = one_round(ipclab, path, chance)
            journals += os.path.exists(path + "-journal")
            damage, start, sample, wrong = newest(path)
            opens = subprocess.run([ipclab, "export", path, "--to", os.path.join(folder, f"out{number}"), "--format",
                                    "json"], capture_output=True, text=True)
            ms = (killed - sample) / 1e6 if sample else float("inf")
            good = damage == "ok" and opens.returncode == 0 and start and ms <= 1000 and not wrong
            failed += not good
            lost.append(ms)
            if not good:
                print(f"round {number}, {whom} killed: {damage}, lost {ms:.0f} ms, opened {opens.returncode} "
                      f"{opens.stderr.strip()}, {wrong} wrong groups")
            os.remove(path)
    lost.sort()
    print(f"{rounds} rounds: {failed} failed; lost {lost[len(lost) // 2]:.0f} ms in the middle, {lost[-1]:.0f} ms at "
          f"most; {journals} were killed in the midst of writing")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
