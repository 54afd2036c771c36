#!/usr/bin/env python3
"""Makes the workbooks of this folder: pip install xlsxwriter; python3 make_workbooks.py

What the tests expect of them stands in WorkbookTests.swift and follows from the values below.
"""
import datetime as dt
import io
import os
import struct
import zipfile

import xlsxwriter

here = os.path.dirname(os.path.abspath(__file__))


def at(name):
    return os.path.join(here, name)


def recognised():
    """A summary with usual names and many rows, and the export of a tool with names of its own and few."""
    book = xlsxwriter.Workbook(at("recognised.xlsx"))
    book.set_properties({"created": dt.datetime(2026, 1, 1)})
    summary = book.add_worksheet("Summary")
    summary.write_row(0, 0, ["Date", "Channel", "Topic", "Customer"])
    for row in range(1, 31):
        summary.write_row(row, 0, [f"2026-07-{row:02}", "chat", "fees", "C-1"])
    data = book.add_worksheet("Conversations")
    data.write_row(0, 0, ["Conversation ID", "Medium", "Contact Profile ID", "Created at", "Last Status"])
    for row in range(1, 4):
        data.write_row(row, 0, [f"c{row}", "WHATSAPP", f"p{row}", f"2026-07-0{row} 10:00", "RESOLVED"])
    book.close()


def footer():
    """Titles above the names, a gap, and a row of totals below another gap."""
    book = xlsxwriter.Workbook(at("footer.xlsx"))
    book.set_properties({"created": dt.datetime(2026, 1, 1)})
    sheet = book.add_worksheet("Report")
    sheet.write(1, 0, "Cases of July")
    sheet.write(2, 0, "Northbank")
    sheet.write_row(4, 0, ["Created at", "Customer", "Handled", "Cost"])
    for row in range(5, 8):
        sheet.write_row(row, 0, [f"2026-07-0{row}", "C-1", "yes", 15])
    sheet.write(9, 0, "Total")
    sheet.write(9, 3, 45)
    book.close()


def export():
    """A dictionary of the columns first, then the data, a lookup table, and a large hidden sheet."""
    book = xlsxwriter.Workbook(at("export.xlsx"))
    book.set_properties({"created": dt.datetime(2026, 1, 1)})
    stamp = book.add_format({"num_format": "yyyy\\-mm\\-dd hh:mm:ss"})
    day = book.add_format({"num_format": '[$-407]dd". "mmm yyyy'})
    elapsed = book.add_format({"num_format": "[h]:mm:ss"})
    percent = book.add_format({"num_format": "0.0%"})
    bold = book.add_format({"bold": True})

    words = book.add_worksheet("Data dictionary")
    words.write_row(0, 0, ["Column", "Description", "Example"])
    for row in range(1, 13):
        words.write_row(row, 0, [f"column {row}", "what it means; at length", "x"])

    data = book.add_worksheet("Export")
    # The table begins at C2, with an empty column E in it.
    for column, name in {2: "Ticket ID", 3: "Created at", 5: "Channel", 6: "Handle time", 7: "Share", 8: "Solved",
                         9: "Score", 10: "Note", 11: "Due"}.items():
        data.write(1, column, name)

    def put(row, id, created, channel, handle, share, solved, score, note, due):
        data.write(row, 2, id)
        if created is not None:
            data.write_datetime(row, 3, created, stamp) if isinstance(created, dt.datetime) else data.write(row, 3, created)
        data.write(row, 5, channel)
        if handle is not None:
            data.write_number(row, 6, handle, elapsed)
        data.write(row, 7, share, percent)
        data.write_boolean(row, 8, solved)
        if isinstance(score, str):
            data.write_formula(row, 9, "=NA()", None, score)
        else:
            data.write_formula(row, 9, "=2+2", None, score)
        note(row) if callable(note) else data.write_string(row, 10, note)
        if due is not None:
            data.write_number(row, 11, due, day)

    put(2, 123456789012345, dt.datetime(2026, 7, 1, 9, 30, 15), "chat", 1.5 + 61 / 86400, 0.85, True, 4,
        "plain", 46204)
    put(3, 5.7030613367776e17, dt.datetime(2026, 7, 2), "e-mail", 59 / 86400, 0.1, False, "#N/A",
        lambda row: data.write_rich_string(row, 10, "two ", bold, "styles", " & <more>"), 61)
    # Row 5 of the sheet is empty.
    put(5, 3, dt.datetime(2026, 7, 3, 23, 59, 59), "phone", None, 1, True, "#DIV/0!", "first\nsecond, \"third\"", 60)
    put(6, 4, "soon", "chat", 0, 0.005, False, 2.5, "été 日本 🙂", 1)
    data.merge_range(7, 2, 7, 3, "Total", bold)
    data.write(7, 5, "4 tickets")

    lookup = book.add_worksheet("Lookup")
    for row in range(30):
        lookup.write_row(row, 0, [f"code {row}", row])
    hidden = book.add_worksheet("Old")
    hidden.write_row(0, 0, ["Ticket ID", "Created at", "Channel"])
    for row in range(1, 60):
        hidden.write_row(row, 0, [row, "2020-01-01", "chat"])
    hidden.hide()
    book.close()


def old_days():
    """Inline texts, and days counted from 1904."""
    book = xlsxwriter.Workbook(at("from1904.xlsx"), {"constant_memory": True, "date_1904": True})
    book.set_properties({"created": dt.datetime(2026, 1, 1)})
    sheet = book.add_worksheet("Sheet1")
    stamp = book.add_format({"num_format": "m/d/yy h:mm"})
    elapsed = book.add_format({"num_format": 46})
    sheet.write_row(0, 0, ["created_at", "channel", "handle_time"])
    sheet.write_datetime(1, 0, dt.datetime(2026, 7, 1, 12), stamp)
    sheet.write(1, 1, "chat")
    sheet.write_number(1, 2, 26 / 24, elapsed)
    # Wide rows come late: the fourth column is empty in the first 300 rows.
    for row in range(2, 400):
        sheet.write_datetime(row, 0, dt.datetime(2026, 7, 2), stamp)
        sheet.write(row, 1, "mail")
        if row == 350:
            sheet.write(row, 3, "late")
    book.close()


CONTENT = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"""
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def relations(*pairs):
    inside = "".join(f'<Relationship Id="{i}" Type="{STRICT}/{t}" Target="{p}"/>' for i, t, p in pairs)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def archive(name, parts):
    with zipfile.ZipFile(at(name), "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in parts.items():
            file.writestr(zipfile.ZipInfo(part, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)


def parts(sheet):
    main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    return {
        "[Content_Types].xml": CONTENT,
        "_rels/.rels": relations(("rId1", "officeDocument", "/book/main.xml")),
        "book/main.xml": f'<x:workbook xmlns:x="{main}" xmlns:r="{STRICT}"><x:sheets>'
                         '<x:sheet name="A &amp; B" sheetId="7" r:id="rId9"/></x:sheets></x:workbook>',
        "book/_rels/main.xml.rels": relations(("rId9", "worksheet", "../sheets/one.xml")),
        "sheets/one.xml": f'<x:worksheet xmlns:x="{main}"><x:sheetData>{sheet}</x:sheetData></x:worksheet>',
    }


def strict():
    """The strict form, with prefixes, ISO dates, cells without places, an escaped character and a reading aid."""
    def cell(text):
        return f'<x:c t="inlineStr"><x:is><x:t>{text}</x:t></x:is></x:c>'
    rows = f'<x:row>{cell("created_at")}{cell("text")}{cell("n")}</x:row>'
    rows += '<x:row><x:c t="d"><x:v>2026-07-01T08:00:00</x:v></x:c>'
    rows += '<x:c t="inlineStr"><x:is><x:r><x:t>a_x0041_ </x:t></x:r><x:r><x:t>b_x000D_\nc</x:t></x:r>'
    rows += '<x:rPh sb="0" eb="1"><x:t>aid</x:t></x:rPh></x:is></x:c><x:c><x:v>0.10000000000000001</x:v></x:c></x:row>'
    archive("strict.xlsx", parts(rows))


def bad():
    archive("plain.zip", {"readme.txt": "no workbook", "data.csv": "a,b\n"})
    archive("words.docx", {"[Content_Types].xml": CONTENT, "word/document.xml": "<w/>"})
    archive("broken.xlsx", parts('<x:row><x:c><x:v>1</x:c></x:row>'))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    entities = parts("<x:row><x:c><x:v>1</x:v></x:c></x:row>")
    entities["sheets/one.xml"] = bomb + entities["sheets/one.xml"]
    archive("entities.xlsx", entities)
    # The archive says that the sheet unpacks to nearly 4 GB.
    archive("huge.xlsx", parts("<x:row><x:c><x:v>1</x:v></x:c></x:row>"))
    bytes_ = bytearray(open(at("huge.xlsx"), "rb").read())
    place = bytes_.rindex(b"sheets/one.xml")
    bytes_[place - 22:place - 18] = struct.pack("<I", 0xFFFFFFF0)
    open(at("huge.xlsx"), "wb").write(bytes_)
    # Old containers: a header, and for an encrypted workbook the name of its stream.
    open(at("old.xls"), "wb").write(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    open(at("encrypted.xlsx"), "wb").write(
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 80)


export()
recognised()
footer()
old_days()
strict()
bad()
