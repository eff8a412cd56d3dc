"""The figures of `recsys-eval experiment --control A --candidate B`, computed from the logs by numpy and scipy alone.

    python3 src/test/resources/oracle/experiment.py testdata/clean 2026-11-03 10 > src/test/resources/oracle/experiment.json

Ratios of sums by user with delta-method variances, Welch's t, Fieller's interval, Holm and Benjamini-Hochberg by scipy, Cochran's Q,
chi-square of the split, and CUPED by the users' sums before the moment given. docs/statistics.md has the formulas in words.
"""
import collections
import json
import sys

import numpy as np
from scipy import optimize, stats

LEVEL = 0.95
POWER = 0.8
KPIS = {"ctr": 2, "conversion_rate": 3, "revenue_per_exposure": 4}


def lines(name):
    with open(f"{sys.argv[1]}/{name}.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def requests():
    arms = {row["request_id"]: row["variant"] for row in lines("assignments")}
    counts = collections.defaultdict(lambda: [0, 0, 0.0])
    for row in lines("outcomes"):
        of = counts[row["request_id"]]
        of[0] += row["event_type"] == "click"
        if row["event_type"] == "conversion":
            of[1] += 1
            of[2] += row.get("value", 0)
    rows = {}
    for row in lines("exposures"):
        rid = row["request_id"]
        rows.setdefault(rid, (row["user_id"], arms[rid], *counts[rid], row["context"].get("surface"), row["ts"]))
    return list(rows.values())


def by_user(rows, column):
    y, d = collections.defaultdict(float), collections.defaultdict(float)
    for row in rows:
        y[row[0]] += row[column]
        d[row[0]] += 1
    return np.array([y[u] for u in d]), np.array([d[u] for u in d])


def ratio(rows, column):
    y, d = by_user(rows, column)
    r, n = y.sum() / d.sum(), len(d)
    return r, ((y - r * d) ** 2).sum() / (n - 1) * n / d.sum() ** 2, n


def welch(control, treatment):
    (rc, vc, nc), (rt, vt, nt) = control, treatment
    return rt - rc, np.sqrt(vc + vt), (vc + vt) ** 2 / (vc**2 / (nc - 1) + vt**2 / (nt - 1))


def compared(control, treatment, base=None):
    (rc, vc, nc), (rt, vt, nt) = control, treatment
    # What the lift is divided by: the control as it is, whose covariance with an adjusted difference is minus the adjusted variance.
    base, vb, _ = control if base is None else base
    d, se, df = welch(control, treatment)
    c = stats.t.ppf((1 + LEVEL) / 2, df)
    a, b = base**2 - c**2 * vb, d * base + c**2 * vc
    root = np.sqrt(b**2 - a * (d**2 - c**2 * se**2))
    k = c + stats.norm.ppf(POWER)
    lift = lambda m: m**2 * base**2 - k**2 * (vt + (1 + m) ** 2 * vc)
    return {
        "difference": d,
        "lower": d - c * se,
        "upper": d + c * se,
        "p_value": 2 * stats.t.sf(abs(d) / se, df),
        "lift": d / base,
        "lift_lower": (b - root) / a,
        "lift_upper": (b + root) / a,
        "detectable_difference": k * se,
        "detectable_lift": optimize.brentq(lift, 1e-9, 1e6) if base**2 > k**2 * vc else None,
    }


def arms(rows, keep=lambda row: True):
    return [[row for row in rows if row[1] == arm and keep(row)] for arm in "AB"]


def cuped(rows, column, until):
    before = [row for row in rows if row[6] < until]
    after = arms([row for row in rows if row[6] >= until])
    total = sum(row[column] for row in before) / len(before)
    x, seen = collections.Counter(), set()
    for row in before:
        x[row[0]] += row[column] - total
        seen.add(row[0])
    plain, ys, ws = [], [], []
    for of in after:
        r = ratio(of, column)
        plain.append(r)
        users = sorted({row[0] for row in of})
        mean = len(of) / len(users)
        y = collections.Counter()
        for row in of:
            y[row[0]] += row[column] - r[0]
        ys.append(np.array([y[u] / mean for u in users]))
        ws.append(np.array([[x[u] if u in seen else 0.0, float(u not in seen)] for u in users]))
    centred = [w - w.mean(0) for w in ws]
    theta = np.linalg.solve(
        sum(w.T @ w for w in centred), sum(w.T @ (y - y.mean()) for w, y in zip(centred, ys)))
    everybody = np.vstack(ws).mean(0)
    adjusted = [
        (r[0] - theta @ (w.mean(0) - everybody), np.var(y - c @ theta, ddof=1) / len(y), len(y))
        for r, w, c, y in zip(plain, ws, centred, ys)]
    return compared(*adjusted, base=plain[0])


def figures():
    rows = requests()
    control, treatment = arms(rows)
    kpis = {name: compared(ratio(control, at), ratio(treatment, at)) for name, at in KPIS.items()}
    p = [kpi["p_value"] for kpi in kpis.values()]
    order, running = np.argsort(p), 0
    for place, at in enumerate(order):
        running = max(running, min(1, (len(p) - place) * p[at]))
        list(kpis.values())[at]["adjusted_p"] = running
    slices = []
    effects = collections.defaultdict(list)
    for surface in sorted({row[5] for row in rows}):
        here = arms(rows, lambda row: row[5] == surface)
        if min(len(by_user(of, 2)[1]) for of in here) < int(sys.argv[3]):
            continue
        for name, at in KPIS.items():
            d, se, df = welch(*[ratio(of, at) for of in here])
            slices.append({"slice": f"surface={surface}", "metric": name, "difference": d,
                           "p_value": 2 * stats.t.sf(abs(d) / se, df)})
            effects[name].append((d, se**2))
    for row, p_bh in zip(slices, stats.false_discovery_control([row["p_value"] for row in slices])):
        row["adjusted_p"] = p_bh
    heterogeneity = {}
    for name, of in effects.items():
        d, v = np.array(of).T
        q = ((d - (d / v).sum() / (1 / v).sum()) ** 2 / v).sum()
        heterogeneity[name] = {"statistic": q, "p_value": stats.chi2.sf(q, len(d) - 1)}
    users = [len(by_user(of, 2)[1]) for of in (control, treatment)]
    return {
        "kpis": kpis,
        "slices": slices,
        "heterogeneity": heterogeneity,
        "split": stats.chisquare(users).pvalue,
        "cuped": {name: cuped(rows, at, sys.argv[2]) for name, at in KPIS.items()},
    }


print(json.dumps(figures(), indent=1))
