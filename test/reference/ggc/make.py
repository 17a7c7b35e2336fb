"""Exact mean waits of G/G/c for values.json. Usage: python3 make.py > values.json"""
import json
import math

import mpmath
import numpy as np


def phases(kind):
    """Initial probabilities and generator of a phase-type time of mean one: M, E<k>, H<cv2>."""
    if kind == "M":
        return np.array([1.0]), np.array([[-1.0]])
    if kind[0] == "E":
        k = int(kind[1:])
        return np.eye(k)[0], -k * np.eye(k) + k * np.eye(k, k=1)
    cv2 = float(kind[1:])
    p = (1 + math.sqrt((cv2 - 1) / (cv2 + 1))) / 2
    return np.array([p, 1 - p]), np.diag([-2 * p, -2 * (1 - p)])


class Chain:
    """Levels: people inside. State: arrival phase x how many busy servers are in the first service phase."""

    def __init__(self, arrival, service, c, rho):
        self.c, self.rate = c, rho * c
        self.a, t = phases(arrival)
        self.T = t * self.rate
        self.up_rate = -self.T.sum(1)
        self.al, self.S = phases(service)
        self.out = -self.S.sum(1)
        self.two = len(self.al) == 2

    def configs(self, n):
        return min(n, self.c) + 1 if self.two else 1

    def service(self, n):
        """Changes of service phase within level n, and departures to level n - 1."""
        b, size = min(n, self.c), self.configs(n)
        local = np.zeros((size, size))
        if n == 0:
            return local, None
        down = np.zeros((size, self.configs(n - 1)))
        if not self.two:
            local[0, 0], down[0, 0] = -b, b
            return local, down
        for i in range(b + 1):
            for count, phase in ((i, 0), (b - i, 1)):
                if count == 0:
                    continue
                other = 1 - phase
                local[i, i] += count * self.S[phase, phase]
                if self.S[phase, other] > 0:
                    local[i, i + (1 if other == 0 else -1)] += count * self.S[phase, other]
                left = i - (1 if phase == 0 else 0)
                if n <= self.c:
                    down[i, left] += count * self.out[phase]
                else:
                    down[i, left + 1] += count * self.out[phase] * self.al[0]
                    down[i, left] += count * self.out[phase] * self.al[1]
        return local, down

    def blocks(self, n):
        local, down = self.service(n)
        phases_in = np.eye(len(self.a))
        up = np.eye(self.configs(n))
        if self.two and n < self.c:
            up = np.zeros((n + 1, n + 2))
            for i in range(n + 1):
                up[i, i + 1] += self.al[0]
                up[i, i] += self.al[1]
        a0 = np.kron(np.outer(self.up_rate, self.a), up)
        a1 = np.kron(self.T, np.eye(len(local))) + np.kron(phases_in, local)
        return a0, a1, None if down is None else np.kron(phases_in, down)

    def rate_matrix(self):
        a0, a1, a2 = self.blocks(self.c + 1)
        inverse = np.linalg.inv(-a1)
        high, low = inverse @ a0, inverse @ a2
        g, t = low.copy(), high.copy()
        while np.abs(t).max() > 1e-15:
            m = np.linalg.inv(np.eye(len(a1)) - high @ low - low @ high)
            high, low = m @ high @ high, m @ low @ low
            g, t = g + t @ low, t @ high
        return a0 @ np.linalg.inv(-(a1 + a0 @ g))

    def mean_wait(self):
        r = self.rate_matrix()
        rates, above = {}, r
        for n in range(self.c, 0, -1):
            up = self.blocks(n - 1)[0]
            above = up @ np.linalg.inv(-(self.blocks(n)[1] + above @ self.blocks(n + 1)[2]))
            rates[n] = above
        bottom = self.blocks(0)[1] + rates[1] @ self.blocks(1)[2]
        values, vectors = np.linalg.eig(bottom.T)
        level = np.real(vectors[:, np.argmin(abs(values))])
        total = 0.0
        for n in range(1, self.c + 1):
            total += level.sum()
            level = level @ rates[n]
        rest = np.linalg.inv(np.eye(len(r)) - r)
        total += (level @ rest).sum()
        return (level @ r @ rest @ rest).sum() / total / self.rate


def constant_service(c, rho):
    wait, n = 0.0, 1
    while True:
        at_least = mpmath.gammainc(n * c, 0, n * rho * c, regularized=True)
        beyond = mpmath.gammainc(n * c + 1, 0, n * rho * c, regularized=True)
        term = float(at_least - beyond / rho)
        wait += term
        if n > 5 and abs(term) < 1e-10 * wait:
            return wait
        n += 1


CV2 = {"M": 1, "E2": 0.5, "E4": 0.25, "E20": 0.05, "E200": 0.005, "H2": 2, "H4": 4, "H9": 9}
SYSTEMS = "M/E2 M/H4 E2/M E2/E2 E4/M E20/M H4/M H4/H4 M/H2 H2/M H2/H2 H4/E2 E2/H4 E200/M H9/M M/H9".split()
rows = []
for system in SYSTEMS:
    arrival, service = system.split("/")
    for servers in (1, 2, 5, 10, 20):
        for rho in (0.5, 0.7, 0.8, 0.9, 0.95, 0.98):
            wait = Chain(arrival, service, servers, rho).mean_wait()
            rows.append([system, CV2[arrival], CV2[service], servers, rho, float(f"{wait:.10g}")])
for servers in (1, 2, 5, 10, 20):
    for rho in (0.5, 0.7, 0.8, 0.9, 0.95):
        rows.append(["M/D", 1, 0, servers, rho, float(f"{constant_service(servers, rho):.10g}")])
print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")
