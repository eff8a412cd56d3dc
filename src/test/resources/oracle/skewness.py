"""How often Welch's test on users calls the small arm of an experiment worse, or better, and how often it still does with Hall's correction for
skewness (docs/statistics.md, "Skewness in uneven splits"). Independent of the Java code.

    python3 skewness.py [runs]
"""
import sys
import numpy as np
from scipy.stats import t


def users(rng, shape, kind, lift):
    """Numerators and denominators, runs by users."""
    rate, requests = (0.01 if "1 %" in kind else 0.1), (1 if "once" in kind else 5)
    p = np.minimum(1, rng.beta(1, 1 / rate - 1, shape) * (1 + lift))
    d = np.ones(shape) if requests == 1 else 1.0 + rng.poisson(requests - 1, shape)
    m = (rng.random(shape) < p) * 1.0 if requests == 1 else rng.binomial(d.astype(int), p).astype(float)
    if "revenue" in kind:
        m[m > 0] *= np.exp(rng.normal(0, 1, (m > 0).sum()))
    return m, d


def ratio(m, d):
    """Estimate, variance by the delta method, third cumulant."""
    k, total = m.shape[1], d.sum(1)
    r = m.sum(1) / total
    e = m - r[:, None] * d
    return r, k / (k - 1) * (e**2).sum(1) / total**2, (e**3).sum(1) / total**3


def run(rng, kind, n, small, lift, runs):
    welch, hall = np.zeros(2), np.zeros(2)
    batch = max(1, 2_000_000 // n)
    done = 0
    while done < runs:
        size = min(batch, runs - done)
        done += size
        kt = round(n * small)
        rc, vc, cc = ratio(*users(rng, (size, n - kt), kind, 0))
        rt, vt, ct = ratio(*users(rng, (size, kt), kind, lift))
        v = vc + vt
        with np.errstate(invalid="ignore", divide="ignore"):
            x = (rt - rc) / np.sqrt(v)
            df = v**2 / (vt**2 / (kt - 1) + vc**2 / (n - kt - 1))
            a = (ct - cc) / v**1.5
        y = x + a / 3 * x**2 + a**2 / 27 * x**3 + a / 6
        c = t.ppf(0.975, df)
        worse, better = x < -c, x > c
        welch += [worse.sum(), better.sum()]
        hall += [(worse & (y < -c)).sum(), (better & (y > c)).sum()]
    return 100 * welch / runs, 100 * hall / runs


def main(runs):
    worlds = [(kind, 5000, small, 0) for small in (0.06, 0.2, 0.5) for kind in ("10 % once", "10 %", "1 %", "revenue, 10 %")]
    worlds += [("10 %", 500, 0.5, 0), ("1 % once", 20000, 0.06, 0), ("10 %", 20000, 0.06, 0),
               ("10 %", 5000, 0.06, -0.3), ("10 %", 5000, 0.06, 0.3), ("10 %", 5000, 0.5, -0.15), ("10 %", 5000, 0.5, 0.15)]
    for kind, n, small, lift in worlds:
        welch, hall = run(np.random.default_rng(1), kind, n, small, lift, runs)
        print(f"{kind:14} {n:6} users, {small:4.0%} in the small arm, lift {lift:4.0%}: Welch worse {welch[0]:5.2f} % better {welch[1]:5.2f} %, "
              f"both worse {hall[0]:5.2f} % better {hall[1]:5.2f} %", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10000)
