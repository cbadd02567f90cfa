"""Reads one file from standard input and writes its rows; runs alone, with little memory and little time.

Knows nothing of the house: started as a script by __init__.py. What it writes is marshalled parts, each after its
length, of rows as (number, cells); and last what is worth knowing of the file or what is the matter with it.
"""

import codecs
import csv
import datetime as dt
import io
import marshal
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

MEMORY = 700 * 1024 * 1024  # address space; what is resident is far less
SECONDS = 15  # of the processor
SAMPLE = 20_000  # letters from which the separator is told
SWOLLEN = 250 * 1024 * 1024
PART = 5000
SHEET, FORMULAS, ERRORS = b"", {b"<f>", b"<f ", b"table:formula="}, {b' t="e"', b'value-type="error"'}
NO_WORDS = re.compile(rb' office:string-value=""(?= calcext:value-type="error")')
# Of Excel until 2003: a cell or a formula that is an error; they are read as yes or no, which no column holds.
OLD_FAULT = re.compile(rb"(\x05\x02\x08\0.{6}[\0\x07\x0f\x17\x1d\x24\x2a])\x01", re.S)
OLD_ERROR = re.compile(rb"(\x06\0.{8})\x02(\0[\0\x07\x0f\x17\x1d\x24\x2a]\0\0\0\xff\xff)", re.S)
FAR = re.compile(rb' r="(?:([A-Z]{3}|[C-Z][A-Z]|B[I-Z])\d|[A-Z]{0,2}(\d{6,})")')  # column BI and on, row 100,000 and on
REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{4,})"[^>]*office:value')
# Letters that were written in one way and read in another: å ä ö of UTF-8 and of DOS in the letters of Windows.
MANGLED = {"utf-8-sig": re.compile("Ã[¥¤¶…„–©]"), "cp1252": re.compile("Ã[¥¤¶…„–©]|[A-Za-z][†„”Ž™][a-z]")}
SEPARATORS = ";\t,|"
EDGES = " \t\r\n\0\u00a0"


type Rows = Iterator[tuple[int, list[Any]]]
type Told = tuple[dict[str, Any], Rows]


class Trouble(Exception):
    """What is the matter, as a code of __init__.TROUBLES."""


def main(most_rows: int, most_columns: int, longest: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    try:
        told, rows = table(sys.stdin.buffer.read(), most_rows)
        kept = shaped(rows, most_rows, most_columns, longest)
        while part := list(islice(kept, PART)):
            write(part)
        told["trouble"] = ""
    except Trouble as trouble:
        told = {"trouble": str(trouble)}
    except MemoryError:
        told = {"trouble": "bomb"}
    except Exception:
        told = {"trouble": "broken"}
    sys.stdout.buffer.write(bytes(8) + marshal.dumps(told))  # a part without length: there are no more


def write(part: list[Any]) -> None:
    """A part of the rows, after its length."""
    packed = marshal.dumps(part)
    sys.stdout.buffer.write(len(packed).to_bytes(8, "big") + packed)


def table(content: bytes, most_rows: int) -> Told:
    if content[:4] == b"PK\x03\x04":
        return zipped(content, most_rows)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Trouble("locked")
        return workbook(OLD_ERROR.sub(b"\\1\x01\\2", OLD_FAULT.sub(b"\\1\x00", content)), False)
    if content[:5] == b"%PDF-" or content[:2] in (b"PK", b"\x1f\x8b") or b"\0\0\0\0" in content[:64]:
        raise Trouble("kind")
    return {}, lines(content)


def zipped(content: bytes, most_rows: int) -> Told:
    """Weigh every part by unpacking it, for what a file says of its own size need not be so."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as pack:
            swollen, seen = 0, set[bytes]()
            for one in pack.infolist():
                if one.flag_bits & 1:
                    raise Trouble("locked")
                is_sheet = one.filename.startswith("xl/worksheets/") or one.filename == "content.xml"
                with pack.open(one) as part:
                    swollen += weighed(part, seen if is_sheet else None, most_rows, SWOLLEN - swollen)
    except zipfile.BadZipFile:
        raise Trouble("broken") from None
    if SHEET not in seen:
        raise Trouble("kind")
    return workbook(with_errors(content) if ERRORS & seen else content, bool(FORMULAS & seen))


def weighed(part: IO[bytes], marks: set[bytes] | None, most_rows: int, left: int) -> int:
    """How large a part is; a sheet is looked through for cells far out, and for the marks of formulas and errors."""
    size, before = 0, b""
    if marks is not None:
        marks.add(SHEET)
    while piece := part.read(1 << 20):
        size += len(piece)
        if size > left:
            raise Trouble("bomb")
        if marks is not None:
            seen = before + piece
            marks.update(mark for mark in FORMULAS | ERRORS if mark in seen)
            far(seen, most_rows)
            before = piece[-64:]
    return size


def with_errors(content: bytes) -> bytes:
    """The same workbook with its errors, such as #REF!, as words: an error is no empty cell."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for one in old.infolist():
            with old.open(one) as part, new.open(one.filename, "w") as to:
                left = b""
                while piece := part.read(1 << 20):
                    whole, end, left = (left + piece).rpartition(b">")
                    to.write(NO_WORDS.sub(b"", whole.replace(b' t="e"', b' t="str"')) + end)
                to.write(left)
    return kept.getvalue()


def far(seen: bytes, most_rows: int) -> None:
    """A single cell far out makes a table of all that lies between."""
    if REPEATED.search(seen):
        raise Trouble("bomb")
    for column, number in FAR.findall(seen):
        if column or int(number) > most_rows:
            raise Trouble("columns" if column else "rows")


def workbook(content: bytes, formulas: bool) -> Told:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            shown = [one.name for one in book.sheets_metadata
                     if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet]  # fmt: skip
            first, full = None, 0
            for sheet in map(book.get_sheet_by_name, shown):
                full += sheet.height > 0
                first = first or (sheet if sheet.height else None)
            if first is None:
                raise Trouble("empty")
            return {"formulas": formulas, "sheets": full}, offset(first)
    except PasswordError:
        raise Trouble("locked") from None
    except CalamineError:
        raise Trouble("broken") from None


def offset(sheet: Any) -> Rows:
    """The rows with the numbers that a spreadsheet shows; an empty column to the left is part of them."""
    left = [None] * (sheet.start or (0, 0))[1]
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, left + cells if left else cells


def lines(content: bytes) -> Rows:
    way = encoding(content)
    csv.field_size_limit(1 << 20)
    text = io.TextIOWrapper(io.BytesIO(content), encoding=way, newline="")
    sample = text.read(SAMPLE)
    if sample.lstrip()[:1] == "<" or sum(sign < " " and sign not in "\t\r\n" for sign in sample) > 2:
        raise Trouble("kind")
    if way in MANGLED and MANGLED[way].search(sample):
        raise Trouble("signs")
    text.seek(0)
    first = next((line for line in sample.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=lambda sign: (min(counts(sample, sign)[:1] or [0]), first.count(sign)))
    reader = csv.reader(text, delimiter=separator)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error:
        raise Trouble("broken") from None


def counts(text: str, sign: str) -> list[int]:
    """How often a sign stands in the lines that have the most in common."""
    found = [line.count(sign) for line in text.splitlines()[:30] if line.strip()]
    return sorted(found, key=lambda number: (-found.count(number) if number else 0, -number))


def encoding(content: bytes) -> str:
    """The first way of writing letters in which the whole file can be read."""
    is_wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for way in ["utf-16"] if is_wide else ["utf-8-sig", "cp1252"]:
        decoder = codecs.getincrementaldecoder(way)()
        try:
            for start in range(0, len(content), 1 << 20):
                decoder.decode(content[start : start + (1 << 20)])
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return way
    raise Trouble("signs")


def shaped(rows: Rows, most_rows: int, most_columns: int, longest: int) -> Rows:
    kept = 0
    for number, cells in rows:
        plain = [plain_cell(cell, longest) for cell in cells]
        while plain and plain[-1] is None:
            plain.pop()
        if not plain:
            continue
        kept += 1
        if kept > most_rows:
            raise Trouble("rows")
        if len(plain) > most_columns:
            raise Trouble("columns")
        yield number, plain


def plain_cell(cell: Any, longest: int) -> str | int | float | None:
    if type(cell) is str:
        text = cell.strip(EDGES)
        return text[: longest + 1] or None
    if type(cell) is float and -1e15 < cell < 1e15:
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, bool) or cell is None:
        return None if cell is None else str(cell).upper()
    if isinstance(cell, dt.datetime):
        return cell.isoformat(sep=" ", timespec="minutes") if cell.time() != dt.time() else cell.date().isoformat()
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, dt.time):
        return f"{cell.hour}:{cell.minute:02}"
    if isinstance(cell, dt.timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return cell if isinstance(cell, int) else str(cell)[:longest]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
