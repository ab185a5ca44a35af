"""Opens tables as ONE does and compares them with what ONE expects."""
import json
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

folder = Path(sys.argv[1])
QC = ['NOT_SET', 'PASS', 'WARNING', 'FAIL', 'CRITICAL']


def read(name):
    table = pq.read_table(folder / name)
    assert set(table.schema.metadata) >= {b'one_metadata', b'pandas'}, table.schema.metadata
    notes = json.loads(table.schema.metadata[b'one_metadata'])
    assert notes == {'date_created': '2021-05-13 20:38', 'origin': 'here'}, notes
    return table.schema, table.to_pandas()


schema, sessions = read('sessions.pqt')
assert schema.field('date').type == pa.date32(), schema
assert schema.field('number').type == pa.uint16(), schema
assert sessions.index.names == ['id'], sessions.index
assert sessions.index.is_monotonic_increasing
assert list(sessions.columns) == ['lab', 'subject', 'date', 'number', 'task_protocol', 'projects']
assert sessions.loc['4e0b3320-47b7-416e-b842-c34dc9004cf8', 'subject'] == 'mysub'

schema, datasets = read('datasets.pqt')
assert schema.field('file_size').type == pa.uint64(), schema
assert schema.field('exists').type == pa.bool_(), schema
assert schema.field('qc').type == pa.dictionary(pa.int8(), pa.string(), ordered=True), schema
assert datasets.index.names == ['eid', 'id'], datasets.index
assert datasets.index.is_monotonic_increasing
assert list(datasets['qc'].cat.categories) == QC, datasets['qc']
assert datasets['qc'].cat.ordered
assert list(datasets['qc'] <= 'FAIL') == [False, True, True], datasets['qc']
assert datasets['file_size'].dtype == 'UInt64', datasets.dtypes
assert datasets['file_size'].isna().tolist() == [False, True, False]
assert datasets['default_revision'].tolist() == [True, False, False]
assert pd.read_parquet(folder / 'datasets.pqt').equals(datasets)
print('fine')
