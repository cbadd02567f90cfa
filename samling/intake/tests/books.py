"""Workbooks made by hand, byte for byte, as spreadsheets save them: old and new Excel, OpenDocument.

A cell is None, text, a number, a date, or `Formula` with what was saved beside it (None: nothing was).
"""

import datetime as dt
import io
import struct
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import escape

SHOWN, HIDDEN, DEEPLY_HIDDEN = "visible", "hidden", "veryHidden"
EPOCHS = {False: dt.date(1899, 12, 30), True: dt.date(1904, 1, 1)}
DAY = 1  # the number of the cell format that is a date


class Formula(NamedTuple):
    """A formula and the value that was saved beside it."""

    said: str
    value: object = None


class Leaf(NamedTuple):
    """One sheet."""

    rows: list
    state: str = SHOWN
    merged: tuple = ()


def serial(day, is_1904=False):
    """The number under which a spreadsheet keeps a day."""
    return (day - EPOCHS[is_1904]).days


def zipped(parts):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        for name, content in parts.items():
            pack.writestr(name, content)
    return kept.getvalue()


# -- Excel since 2007 -------------------------------------------------------------------------------------------------
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGED = "http://schemas.openxmlformats.org/package/2006"
STYLES = f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'


def xlsx(*leaves, is_1904=False):
    """A workbook as Excel saves it."""
    kinds = [("workbook", "sheet.main")] + [(f"worksheets/sheet{n}", "worksheet") for n in range(1, len(leaves) + 1)]
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for name, kind in [*kinds, ("styles", "styles")])  # fmt: skip
    sheets = "".join(f'<sheet name="Blad{n}" sheetId="{n}" r:id="rId{n}" state="{leaf.state}"/>' for n, leaf in enumerate(leaves, 1))
    links = "".join(f'<Relationship Id="rId{n}" Type="{RELATED}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                    for n in range(1, len(leaves) + 1))  # fmt: skip
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{PACKAGED}/content-types"><Default Extension="rels" ContentType='
                               f'"application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGED}/relationships"><Relationship Id="rId1" '
                       f'Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><workbookPr date1904="{int(is_1904)}"/>'
                           f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGED}/relationships">{links}'
                                      f'<Relationship Id="rIdS" Type="{RELATED}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        **{f"xl/worksheets/sheet{n}.xml": _xlsx_leaf(leaf, is_1904) for n, leaf in enumerate(leaves, 1)},
    })  # fmt: skip


def _xlsx_leaf(leaf, is_1904):
    rows = "".join(
        f'<row r="{place}">{"".join(_xlsx_cell(f"{chr(65 + at)}{place}", cell, is_1904) for at, cell in enumerate(row))}</row>'
        for place, row in enumerate(leaf.rows, 1))  # fmt: skip
    merged = "".join(f'<mergeCell ref="{where}"/>' for where in leaf.merged)
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{f"<mergeCells>{merged}</mergeCells>" if merged else ""}</worksheet>'


def _xlsx_cell(where, cell, is_1904):
    if cell is None:
        return ""
    said = ""
    if isinstance(cell, Formula):
        said, cell = f"<f>{escape(cell.said)}</f>", cell.value
    if cell is None:
        return f'<c r="{where}">{said}</c>'
    if isinstance(cell, dt.date):
        return f'<c r="{where}" s="{DAY}">{said}<v>{serial(cell, is_1904)}</v></c>'
    if isinstance(cell, str) and cell.startswith("#"):
        return f'<c r="{where}" t="e">{said}<v>{cell}</v></c>'
    if isinstance(cell, str) and said:
        return f'<c r="{where}" t="str">{said}<v>{escape(cell)}</v></c>'
    if isinstance(cell, str):
        return f'<c r="{where}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
    return f'<c r="{where}">{said}<v>{cell}</v></c>'


# -- OpenDocument -----------------------------------------------------------------------------------------------------
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text", "style", "calcext"))
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods(*leaves):
    """A workbook as LibreOffice saves it."""
    styles = "".join(
        f'<style:style style:name="ta{n}" style:family="table"><style:table-properties table:display="{str(leaf.state == SHOWN).lower()}"/>'
        "</style:style>" for n, leaf in enumerate(leaves, 1))  # fmt: skip
    tables = "".join(
        f'<table:table table:name="Blad{n}" table:style-name="ta{n}">{"".join(map(_ods_row, leaf.rows))}</table:table>'
        for n, leaf in enumerate(leaves, 1))  # fmt: skip
    return zipped({
        "mimetype": ODS,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"><manifest:file-entry '
                                 f'manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>',
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES} office:version="1.3">'
                       f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
                       "</office:spreadsheet></office:body></office:document-content>",
    })  # fmt: skip


def _ods_row(row):
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell):
    said = ""
    if isinstance(cell, Formula):
        said, cell = f' table:formula="of:={escape(cell.said)}"', cell.value
    if cell is None:
        return f"<table:table-cell{said}/>"
    if isinstance(cell, dt.date):
        return f'<table:table-cell{said} office:value-type="date" office:date-value="{cell}"><text:p>{cell:%d/%m/%y}</text:p></table:table-cell>'
    if isinstance(cell, str) and cell.startswith("#"):
        said += ' office:value-type="string" office:string-value="" calcext:value-type="error"'
        return f"<table:table-cell{said}><text:p>{cell}</text:p></table:table-cell>"
    if isinstance(cell, str):
        return f'<table:table-cell{said} office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
    return f'<table:table-cell{said} office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'


# -- Excel 97 to 2003 -------------------------------------------------------------------------------------------------
SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
ERRORS = {"#DIV/0!": 0x07, "#REF!": 0x17}
STATES = {SHOWN: 0, HIDDEN: 1, DEEPLY_HIDDEN: 2}


def xls(*leaves):
    """A workbook as Excel saved it until 2003: records in a stream, in a file that is a small disk."""
    bodies = [_xls_leaf(leaf) for leaf in leaves]
    head = b""
    for offsets in ([0] * len(leaves), None):  # once to see how long it is, once with the places of the sheets
        starts = offsets or [len(head) + sum(map(len, bodies[:n])) for n in range(len(bodies))]
        head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6))
        head += b"".join(_record(0x00E0, struct.pack("<HH", 0, format) + bytes(16)) for format in (0, 14))
        head += b"".join(
            _record(0x0085, struct.pack("<IBB", start, STATES[leaf.state], 0) + struct.pack("<BB", len(name), 0) + name)
            for n, (start, leaf) in enumerate(zip(starts, leaves, strict=True), 1) for name in [b"Blad%d" % n])  # fmt: skip
        head += _record(0x000A)
    return _disk(head + b"".join(bodies))


def _record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


def _xls_leaf(leaf):
    cells = [(row, at, cell) for row, cells in enumerate(leaf.rows) for at, cell in enumerate(cells) if cell is not None]
    wide = max(len(row) for row in leaf.rows) if leaf.rows else 0
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6))
    size = _record(0x0200, struct.pack("<IIHHH", 0, len(leaf.rows), 0, wide, 0))
    return begin + size + b"".join(_xls_cell(*cell) for cell in cells) + _record(0x000A)


def _xls_cell(row, at, cell):
    place = struct.pack("<HHH", row, at, DAY if isinstance(cell, dt.date) else 0)
    if isinstance(cell, Formula):
        value = bytes([2, 0, ERRORS[cell.value], 0, 0, 0, 0xFF, 0xFF]) if cell.value in ERRORS else struct.pack("<d", cell.value)
        return _record(0x0006, place + value + struct.pack("<HIH", 0, 0, 0))
    if cell in ERRORS:
        return _record(0x0205, place + bytes([ERRORS[cell], 1]))
    if isinstance(cell, str):
        return _record(0x0204, place + struct.pack("<HB", len(cell.encode("utf-16-le")) // 2, 1) + cell.encode("utf-16-le"))
    return _record(0x0203, place + struct.pack("<d", serial(cell) if isinstance(cell, dt.date) else cell))


def _disk(stream):
    """A compound file with one stream: a table of sectors, a directory, and the sectors of the stream."""
    stream += bytes(max(0, 4096 - len(stream)))
    stream += bytes(-len(stream) % SECTOR)
    many = len(stream) // SECTOR
    tables = -(-(many + 2) // (SECTOR // 4 - 1))  # sectors of the table itself
    first = tables + 1
    chain = [TABLE] * tables + [END] + [first + n + 1 for n in range(many - 1)] + [END]
    chain += [FREE] * (tables * SECTOR // 4 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", *range(tables), *[FREE] * (109 - tables))
    directory = _entry("Root Entry", 5, 1, END, 0) + _entry("Workbook", 2, FREE, first, len(stream)) + bytes(2 * 128)
    return head + struct.pack(f"<{len(chain)}I", *chain) + directory + stream


def _entry(name, kind, child, start, size):
    told = name.encode("utf-16-le")
    return (told + bytes(64 - len(told)) + struct.pack("<HBBIII", len(told) + 2, kind, 1, FREE, FREE, child)
            + bytes(36) + struct.pack("<IQ", start, size))  # fmt: skip
