# SPDX-License-Identifier: Apache-2.0
"""Writes the npy files beside it with numpy, and into fixtures.tsv what they hold.

    python3 fixtures.py

A line of fixtures.tsv is: file, field (empty for the whole item), type, shape, and the items in
row-major order: texts in percent encoding, complex numbers as two numbers.
"""
import io
import pathlib
import urllib.parse

import numpy as np
from numpy.lib import format as npy

here = pathlib.Path(__file__).parent
for old in here.glob("*.np[yz]"):
    old.unlink()
lines = []


def text(value):
    kind = value.dtype.kind
    if kind == "f":
        return repr(float(value))
    if kind == "c":
        return f"{float(value.real)!r} {float(value.imag)!r}"
    if kind == "U":
        return urllib.parse.quote(str(value))
    if kind == "S":
        return urllib.parse.quote(bytes(value).decode("latin1"))
    if kind == "V":
        return bytes(value).hex()
    if kind == "m":
        return "NaT" if np.isnat(value) else str(value.astype("i8"))
    return str(value)


def expect(name, array, field=""):
    if array.dtype.names:
        for each in array.dtype.names:
            expect(name, array[each], f"{field}.{each}" if field else each)
        return
    shape = " ".join(map(str, array.shape))
    items = " ".join(text(v) for v in array.reshape(-1)) if array.size else ""
    lines.append("\t".join([name, field, str(array.dtype), shape, items]))


def save(name, array, version=None):
    with open(here / f"{name}.npy", "wb") as out:
        npy.write_array(out, np.asanyarray(array), version=version, allow_pickle=False)
    expect(f"{name}.npy", np.asanyarray(array))


for code in ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]:
    info = np.iinfo(code) if code != "b1" else None
    values = [0, 1] if info is None else [info.min, 0, 1, info.max]
    save(code, np.array(values, "<" + code))
    if code[1] not in "1":
        save(code + "_big", np.array(values, ">" + code))
for code in ["f2", "f4", "f8"]:
    info = np.finfo(code)
    values = [0, -0.0, 0.1, info.max, info.tiny, info.smallest_subnormal, np.nan, np.inf, -np.inf]
    save(code, np.array(values, "<" + code))
    save(code + "_big", np.array(values, ">" + code))
for code in ["c8", "c16"]:
    save(code, np.array([1 + 2j, complex(-0.5, np.nan)], "<" + code))
    save(code + "_big", np.array([1 + 2j, complex(-0.5, 0)], ">" + code))
words = ["CA1", "", "naïve \U0001d11e", "tab\tend"]
save("text", np.array(words, "<U12"))
save("text_big", np.array(words, ">U12"))
save("text_none", np.zeros(2, "<U0"))
save("bytes", np.array([b"CA1", b"", b"\xff\x00x"], "S4"))
save("raw", np.array([b"\x01\x02\x03", b"\xff"], "V3"))
for unit in ["Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as", "25s"]:
    save(f"time_{unit}", np.array([0, -1, 1000, "NaT"], f"<M8[{unit}]"))
save("time_big", np.array(["2021-05-27T10:00", "NaT"], ">M8[ms]"))
save("time_no_unit", np.array(["NaT"], "M8"))
save("duration", np.array([5, -7, "NaT"], "<m8[us]"))
save("duration_big", np.array([5, "NaT"], ">m8[D]"))

table = np.arange(6.0).reshape(2, 3)
save("scalar", np.array(3.5))
save("one", np.array([3.5]))
save("table", table)
save("table_columns_first", np.asfortranarray(table))
save("column", table[:, :1].copy())
save("cube", np.arange(24, dtype="<i2").reshape(2, 3, 4))
save("cube_columns_first", np.asfortranarray(np.arange(24, dtype=">i2").reshape(2, 3, 4)))
save("cube_turned", np.arange(24, dtype="<i2").reshape(2, 3, 4).transpose(1, 0, 2))
save("empty", np.zeros(0))
save("empty_table", np.zeros((0, 3), "<i4"))
save("empty_columns", np.zeros((3, 0), "<i4"))
save("ones", np.ones((1, 1, 1), "<f4"))

point = np.dtype([("x", "<f4"), ("y", ">f8")])
spikes = np.zeros(2, [("name", "S3"), ("at", point), ("wave", "<i2", (2, 2)), ("ok", "?")])
spikes["name"] = [b"abc", b"d"]
spikes["at"]["x"] = [1.5, -2]
spikes["at"]["y"] = [0.1, np.nan]
spikes["wave"] = np.arange(8).reshape(2, 2, 2)
spikes["ok"] = [True, False]
save("struct", spikes)
save("struct_table", np.asfortranarray(np.array([[(1, 2), (3, 4)], [(5, 6), (7, 8)]], "<i4,>i2")))
aligned = np.zeros(2, np.dtype([("a", "i1"), ("b", "<f8"), ("c", "i1")], align=True))
aligned["b"] = [1.25, -1]
aligned["c"] = [7, 8]
save("struct_gaps", aligned)
save("struct_scalar", np.array((1, "é"), [("n", "<i8"), ("t", "<U1")]))
save("struct_greek", np.array([(1,)], [("\u03b8", "<i8")]))
save("struct_quotes", np.array([(1, 2)], [("it's", "<i1"), ('both \'"', "<i1")]))

save("version2", table, (2, 0))
save("version3", table, (3, 0))


def by_hand(name, header, items, major=1):
    start = b"\x93NUMPY" + bytes([major, 0])
    start += len(header).to_bytes(2 if major == 1 else 4, "little")
    (here / f"{name}.npy").write_bytes(start + header + items)
    return header


two = np.array([1.5, -2]).tobytes()
by_hand("python2", b"{'descr': u'<f8', 'shape': (2L,), 'fortran_order': False}", two)
expect("python2.npy", np.array([1.5, -2]))
by_hand("trailing", b"{'descr':\"<f8\",'fortran_order':False,'shape':(2,)}\n", two + b"more")
expect("trailing.npy", np.array([1.5, -2]))
titled = b"{'descr': [(('Title', 'x'), '<f8')], 'fortran_order': False, 'shape': (2,)}"
by_hand("titled", titled, two)
expect("titled.npy", np.array([1.5, -2]).view([("x", "<f8")]))

(here / "objects.npy").write_bytes(
    b"\x93NUMPY\x01\x00v\x00{'descr': '|O', 'fortran_order': False, 'shape': (1,), }"
    + b" " * 61 + b"\n" + b"\x80\x04N."
)

np.savez(here / "several.npz", x=np.arange(3), y=table)
np.savez_compressed(here / "compressed.npz", x=np.arange(3), **{"a/b": np.zeros((2, 0))})
np.savez(here / "unnamed.npz", np.arange(3))
np.savez(here / "none.npz")

with io.open(here / "fixtures.tsv", "w", encoding="utf-8", newline="\n") as out:
    out.write("\n".join(lines) + "\n")
