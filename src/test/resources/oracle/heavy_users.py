"""How often the default guardrail on latency p95 (at most 20 % more) is broken, and how often still so when that has to survive without
heavy users (docs/statistics.md, "Guardrails and heavy users"). Independent of the Java code.

    python3 heavy_users.py [runs]
"""
import sys
import numpy as np
from scipy.stats import t


def quantile(latency, user, q=0.95, level=0.90):
    """Type 1 quantile with the interval of Woodruff, clustered by user."""
    n, ordered = len(latency), np.sort(latency)
    x = ordered[int(np.ceil(n * q)) - 1]
    _, own = np.unique(user, return_inverse=True)
    d = np.bincount(own).astype(float)
    e = np.bincount(own, weights=latency <= x) - (latency <= x).mean() * d
    k = len(d)
    s = max(np.sqrt(k / (k - 1) * (e**2).sum()) / n, np.sqrt(q * (1 - q) / n))
    half = t.ppf(0.5 + level / 2, k - 1) * s
    low, high = int(np.floor(n * (q - half))), int(np.ceil(n * (q + half)))
    return x, ordered[low - 1] if low >= 1 else -np.inf, ordered[high - 1] if high <= n else np.inf


def rise(latency, user, in_b):
    """Of the p95 in B, and its lower bound (MOVER-R)."""
    (b, lb, ub), (a, la, _) = (quantile(latency[k], user[k]) for k in (~in_b, in_b))
    if not (lb > 0 and ub < 2 * b):
        return a / b - 1, -np.inf
    below = ub * (2 * b - ub)
    return a / b - 1, (a * b - np.sqrt(max(0, (a * b) ** 2 - la * (2 * a - la) * below))) / below - 1


def run(rng, users, activity, big, slower, effect, limit=0.2):
    requests = activity(rng, users)
    speed = np.exp(rng.normal(4, 0.3, users))
    others = requests.sum()
    for i, share in enumerate(big):  # of the exposures of an arm
        requests[i] = int(share * others / 2 / (1 - sum(big)))
        speed[i] *= slower
    arm = rng.integers(0, 2, users) == 1
    user = np.repeat(np.arange(users), requests)
    latency = speed[user] * np.exp(rng.normal(0, 0.5, len(user))) * np.where(arm[user], effect, 1)
    change, lower = rise(latency, user, arm[user])
    if lower <= limit:
        return False, False
    light = requests[user] <= 10 * np.sort(requests)[int(np.ceil(users / 2)) - 1]
    if light.all():
        return True, True
    rest, lower = rise(latency[light], user[light], arm[user][light])
    return True, lower > limit or rest >= change / 2


def lognormal(sigma):
    return lambda rng, users: 1 + np.floor(np.exp(rng.normal(1, sigma, users))).astype(int)


def main(runs):
    poisson = lambda rng, users: 1 + rng.poisson(9, users)
    geometric = lambda rng, users: rng.geometric(0.1, users)
    plain = [("Poisson", poisson), ("geometric", geometric), ("log-normal 1", lognormal(1)),
             ("log-normal 1.5", lognormal(1.5)), ("log-normal 2", lognormal(2))]
    worlds = [(name, 1000, activity, [], 1) for name, activity in plain]
    worlds += [(f"Poisson, {len(big)} with {big[0]:.0%} each, twice as slow", users, poisson, big, 2)
               for users in (1000, 200) for big in ([0.28], [0.28] * 2, [0.1] * 4, [0.04] * 10)]
    for name, users, activity, big, slower in worlds:
        for effect in (1, 1.35):
            rng = np.random.default_rng(1)
            found = np.array([run(rng, users, activity, big, slower, effect) for _ in range(runs)]).mean(0)
            print(f"{users:5} users  {name:40} true rise {effect - 1:4.0%}: broken {found[0]:6.1%}, rolled back {found[1]:6.1%}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
