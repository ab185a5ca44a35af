"""Made the files beside it, with pyarrow 25.0.1 and pandas 3.0.6; sessions.pqt and datasets.pqt are ONE's."""
import datetime as dt
import decimal
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

utc = dt.timezone.utc
t = dt.datetime(2021, 5, 27, 10, 0, 0, 123456)
old = dt.datetime(1969, 12, 31, 23, 59, 59, 999000)


def column(type, *values):
    return pa.array([*values, None], type)


types = pa.table({
    "b": column(pa.bool_(), True, False),
    "i8": column(pa.int8(), -128, 127),
    "i16": column(pa.int16(), -32768, 32767),
    "i32": column(pa.int32(), -2**31, 2**31 - 1),
    "i64": column(pa.int64(), -2**63, 2**63 - 1),
    "u8": column(pa.uint8(), 0, 255),
    "u16": column(pa.uint16(), 0, 65535),
    "u32": column(pa.uint32(), 0, 2**32 - 1),
    "u64": column(pa.uint64(), 0, 2**64 - 1),
    "f16": column(pa.float16(), 1.5, float("-inf")),
    "f32": column(pa.float32(), 0.1, float("nan")),
    "f64": column(pa.float64(), 0.1, float("inf")),
    "s": column(pa.string(), "", "äλ😀"),
    "large": column(pa.large_string(), "x", "y"),
    "date": column(pa.date32(), dt.date(2021, 5, 27), dt.date(1582, 1, 1)),
    "ms": column(pa.timestamp("ms"), t.replace(microsecond=123000), old),
    "us": column(pa.timestamp("us"), t, old),
    "ns": column(pa.timestamp("ns"), t, old),
    "utc": column(pa.timestamp("us", tz="Europe/Lisbon"), t.replace(tzinfo=utc), old.replace(tzinfo=utc)),
    "time": column(pa.time64("us"), t.time(), dt.time(0, 0)),
    "dec": column(pa.decimal128(10, 2), decimal.Decimal("12.34"), decimal.Decimal("-0.01")),
    "big": column(pa.decimal128(38, 4), decimal.Decimal("1e30"), decimal.Decimal("-0.5")),
    "bin": column(pa.binary(), b"\x00\xff", b""),
    "fixed": column(pa.binary(2), b"ab", b"cd"),
    "cat": pa.DictionaryArray.from_arrays(pa.array([1, 0, None], pa.int8()), pa.array(["z", "a", "unused"])),
    "ord": pa.DictionaryArray.from_arrays(
        pa.array([2, 0, None], pa.int8()), pa.array(["low", "mid", "high"]), ordered=True),
    "num": pa.DictionaryArray.from_arrays(pa.array([1, 0, None], pa.int8()), pa.array([7, 8])),
    "null": pa.nulls(3),
})
pq.write_table(types.replace_schema_metadata({"origin": "test", "empty": ""}), "types.pqt")
pq.write_table(types.slice(0, 0), "empty.pqt")

n = 2000
plain = pa.table({
    "i": pa.array(range(n), pa.int64()),
    "x": pa.array([None if i % 7 == 0 else i / 4 for i in range(n)], pa.float64()),
    "s": pa.array([None if i % 5 == 0 else f"text {i}" for i in range(n)]),
    "k": pa.array([f"word {i % 3}" for i in range(n)]),
    "b": pa.array([i % 3 == 0 for i in range(n)]),
    "f": pa.array([i / 8 for i in range(n)], pa.float32()),
})
for codec in ("none", "gzip", "zstd", "lz4", "brotli"):
    pq.write_table(plain, f"{codec}.pqt", compression=codec)
pq.write_table(plain, "pages.pqt", row_group_size=700, data_page_size=2000, write_page_checksum=True)
pq.write_table(
    plain, "version2.pqt", data_page_version="2.0", use_dictionary=["k"], data_page_size=3000,
    column_encoding={"i": "DELTA_BINARY_PACKED", "x": "BYTE_STREAM_SPLIT", "s": "DELTA_BYTE_ARRAY", "b": "RLE"})
pq.write_table(plain.select(["s"]), "lengths.pqt", use_dictionary=False,
               column_encoding={"s": "DELTA_LENGTH_BYTE_ARRAY"})

pq.write_table(pa.table({
    "id": pa.array([1, 2, 3]),
    "list": pa.array([[1, None, 3], [], None], pa.list_(pa.int64())),
    "struct": pa.array([{"a": 1.5, "b": "x\"y"}, {"a": None, "b": None}, None]),
    "map": pa.array([[("k", 1), ("l", 2)], [], None], pa.map_(pa.string(), pa.int32())),
    "deep": pa.array([[{"d": dt.date(2021, 5, 27), "l": [True]}], [None], None]),
}), "nested.pqt")

severity = pd.CategoricalDtype(["NOT_SET", "PASS", "WARNING", "FAIL", "CRITICAL"], ordered=True)
frame = pd.DataFrame(
    {"qc": pd.Categorical(["FAIL", "PASS", None, "PASS", "CRITICAL"], dtype=severity), "n": range(5)},
    index=[3, 1, 4, 1, 5])
frame.to_parquet("categories.pqt", row_group_size=2)
pq.write_table(pa.table({"t": column(pa.timestamp("ns"), t, old)}), "int96.pqt",
               use_deprecated_int96_timestamps=True)
