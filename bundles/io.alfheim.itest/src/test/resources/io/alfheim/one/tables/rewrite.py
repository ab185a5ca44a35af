"""Reads tables with pandas and writes them again, with what was in their footers."""
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

for file in sorted(Path(sys.argv[1]).glob('*.pqt')):
    before = pq.read_table(file)
    again = pa.Table.from_pandas(before.to_pandas())
    notes = {b'one_metadata': before.schema.metadata[b'one_metadata'], **again.schema.metadata}
    pq.write_table(again.replace_schema_metadata(notes), file)
print('fine')
