"""Compares each table as Parquet with its CSV file: DuckDB by itself, and pandas with what Python reads."""

import csv
import json
import sys
from datetime import date, datetime
from pathlib import Path

import duckdb
import pandas
import pyarrow.parquet

# For each datatype of CSVW: the type of DuckDB, that of Arrow, and Python's reader of a cell. Others are text.
TYPES = {
    "date": ("DATE", "date32[day]", date.fromisoformat),
    "datetime": ("TIMESTAMP WITH TIME ZONE", "timestamp[us, tz=UTC]", datetime.fromisoformat),
    "integer": ("BIGINT", "int64", int),
    "nonNegativeInteger": ("BIGINT", "int64", int),
    "decimal": ("DOUBLE", "double", float),
}
TEXT = ("VARCHAR", "string", str)


def types_of(columns):
    """Returns the types of the columns, by the description of the CSV files."""
    datatypes = (column["datatype"] for column in columns)
    return [TYPES.get(found["base"] if isinstance(found, dict) else found, TEXT) for found in datatypes]


def read_csv(path, types):
    """Returns the names of the columns, and the rows with values of their types; an empty cell is None."""
    with open(path, encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file, strict=True)
    readers = [reader for _, _, reader in types]
    return names, [[read(cell) if cell else None for read, cell in zip(readers, row, strict=True)] for row in rows]


def check_duckdb(parquet, table, names, types):
    """Compares the rows of both files in DuckDB, in their order."""
    duckdb.execute("SET TimeZone = 'UTC'")
    found = duckdb.execute(f"DESCRIBE SELECT * FROM '{parquet}'").fetchall()
    assert [row[:2] for row in found] == [(name, kind) for name, (kind, _, _) in zip(names, types)], found
    casts = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, (kind, _, _) in zip(names, types))
    cells = f"read_csv('{table}', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', max_line_size = 10000000)"
    ours = f"SELECT row_number() OVER () AS row, * FROM '{parquet}'"
    theirs = f"SELECT row_number() OVER () AS row, {casts} FROM {cells}"
    for one, other in [(ours, theirs), (theirs, ours)]:
        rows = duckdb.execute(f"({one}) EXCEPT ALL ({other})").fetchall()
        assert not rows, rows[:3]


def check_pandas(parquet, names, types, rows):
    """Compares the file in pandas with the rows that Python has read."""
    schema = pyarrow.parquet.read_schema(parquet)
    assert [(field.name, str(field.type)) for field in schema] == [(name, kind) for name, (_, kind, _) in zip(names, types)], schema
    frame = pandas.read_parquet(parquet, dtype_backend="pyarrow")
    assert list(frame.columns) == names
    columns = [[None if pandas.isna(value) else value for value in frame[name]] for name in names]
    found = [list(row) for row in zip(*columns)]
    assert found == rows, next((one, other) for one, other in zip(found, rows) if one != other)


def main(folder):
    tables = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))["tables"]
    count = 0
    for described in tables:
        table = folder / described["url"]
        parquet = table.with_suffix(".parquet")
        types = types_of(described["tableSchema"]["columns"])
        names, rows = read_csv(table, types)
        assert names == [column["name"] for column in described["tableSchema"]["columns"]]
        try:
            check_duckdb(parquet, table, names, types)
            check_pandas(parquet, names, types, rows)
        except (AssertionError, duckdb.Error) as error:
            sys.exit(f"{parquet} is not {table}: {error}")
        count += len(rows)
    assert len(tables) == len(list(folder.glob("*.parquet"))) and count > len(tables)
    print(f"{len(tables)} tables with {count} rows are the same in Parquet and CSV, read by DuckDB and pandas")


main(Path(sys.argv[1]))
