# SPDX-License-Identifier: Apache-2.0
"""Prints with numpy what ArrayTextTest builds and prints in Java: python3 printed.py > printed.txt"""
import numpy as np

point = np.zeros(3, [("name", "S2"), ("xy", ">f4", (2,)), ("n", "<u2")])
point["name"] = [b"a", b"bc", b"'"]
point["xy"] = [[1, 2.5], [3, -0.25], [5, 6]]
point["n"] = [1, 20, 300]

cases = {
    "simple": np.array([0.1, 0.25, 1.0]),
    "scalar": np.array(1.0),
    "float32": np.array([0.1, 1 / 3, -2], "f4"),
    "float16": np.array([0.1, 1 / 3, 65504], "f2"),
    "float16small": np.array([0.1, 1 / 3, 999], "f2"),
    "big endian": np.array([1, 2], ">i4"),
    "tiny": np.array([1e-10, 1, np.nan]),
    "huge": np.array([1e300, -1, np.inf, -np.inf]),
    "exponents": np.array([1e-100, 1.2345678901234e99]),
    "thirds": np.arange(40) / 3,
    "negative zero": np.array([-0.0, 0.0]),
    "only nan": np.array([np.nan, np.inf]),
    "nan and minus": np.array([np.nan, -1.5, -np.inf]),
    "rounded": np.array([0.123456785, 2.000000005, 1234.5678]),
    "large float32": np.array([1234567.0, 3], "f4"),
    "ints": np.arange(12).reshape(3, 4).T,
    "uint64": np.array([2**64 - 1, 0], "u8"),
    "cube": np.arange(24).reshape(2, 3, 4),
    "long": np.arange(2000),
    "wide": np.arange(2000.0).reshape(2, 1000),
    "tall": np.arange(3000).reshape(1000, 3),
    "deep": np.arange(8 * 8 * 80).reshape(8, 8, 80),
    "bool": np.array([True, False]),
    "text": np.array(["it's", 'say "a"', "both '\"", "\u00e9\n\t\\", ""]),
    "bytes": np.array([b"a\xff\n", b"'"]),
    "raw": np.array([b"\x01\xfe", b"\x00\x00"], "V2"),
    "days": np.array(["2020-02-29", "NaT", "0001-01-01"], "M8[D]"),
    "nanoseconds": np.array([0, -1], "M8[ns]"),
    "durations": np.array([5, -123, "NaT"], "m8[s]"),
    "no time": np.array(["NaT"], "m8[s]"),
    "complex": np.array([1 + 2j, -0.5 - 1.25j, complex(np.nan, np.inf)]),
    "complex64": np.array([0.1 + 2j], "c8"),
    "structured": point,
    "one field": np.array([(1,), (2,)], [("x", "<i4")]),
    "empty": np.zeros(0),
    "empty table": np.zeros((0, 3), "i2"),
    "empty cube": np.zeros((2, 0, 3)),
    "ones": np.ones((1, 1, 1)),
}
for name, array in cases.items():
    print(f"### {name}\n{array!r}")
