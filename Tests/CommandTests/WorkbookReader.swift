import Foundation
import Testing

/// A workbook as openpyxl reads it, which shares no code with what wrote it.
struct ReadWorkbook: Decodable {
  enum Value: Decodable, Equatable {
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  struct Cell: Decodable {
    let value: Value
    /// `s` for text, `n` for numbers, `f` for formulas.
    let type: String
    let format: String
  }

  struct Table: Decodable {
    let name: String
    let range: String
    let filter: String?
    /// The row of titles, and the first and last column, from 1.
    let top: Int
    let bottom: Int
    let columns: Int
    let titles: [String]
  }

  struct Series: Decodable {
    let name: String
    let values: [Double?]
  }

  struct Chart: Decodable {
    let kind: String
    let title: String
    let series: [Series]
  }

  struct Sheet: Decodable {
    let name: String
    let isHidden: Bool
    let frozen: String?
    let printArea: String
    let repeatedRows: String?
    let orientation: String?
    let paper: Int?
    let isFitted: Bool
    let fitsWidth: Int?
    let fitsHeight: Int?
    let header: String?
    let footer: String?
    let widths: [Double]
    let tables: [Table]
    let charts: [Chart]
    /// By row and column, from 1: `3,2`.
    let cells: [String: Cell]

    func cell(_ row: Int, _ column: Int) -> Cell? { cells["\(row),\(column)"] }

    func text(_ row: Int, _ column: Int) -> String? {
      if case .text(let text)? = cell(row, column)?.value { text } else { nil }
    }

    func number(_ row: Int, _ column: Int) -> Double? {
      if case .number(let number)? = cell(row, column)?.value { number } else { nil }
    }
  }

  let title: String?
  let created: String?
  let sheets: [Sheet]

  func sheet(_ name: String) throws -> Sheet {
    try #require(sheets.first { $0.name == name }, "no sheet \(name)")
  }

  /// Python with openpyxl; nil where there is none.
  static let python: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = ["/usr/bin/python3"] + folders.map { "\($0)/python3" }
    return candidates.first { candidate in
      FileManager.default.isExecutableFile(atPath: candidate)
        && (try? output(of: candidate, ["-c", "import openpyxl"])) != nil
    }
  }()

  init(_ file: URL) throws {
    let python = try #require(Self.python)
    let data = try Self.output(of: python, ["-c", Self.script, file.path])
    self = try JSONDecoder().decode(ReadWorkbook.self, from: data)
  }

  struct Failed: Error {}

  private static func output(of program: String, _ arguments: [String]) throws -> Data {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8",
    ].merging(ProcessInfo.processInfo.environment) { first, _ in first }
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return data
  }

  private static let script = """
    import json, sys, openpyxl
    from openpyxl.utils import range_boundaries
    book = openpyxl.load_workbook(sys.argv[1])
    def numbers(reference):
        name, cells = reference.rsplit("!", 1)
        sheet = book[name.strip("'").replace("''", "'")]
        found = sheet[cells.replace("$", "")]
        if not isinstance(found, tuple): return [found.value]
        return [cell.value for row in found for cell in row]
    def text(rich):
        return "".join(run.t for part in rich.p for run in part.r or []) if rich else ""
    def series(one, chart):
        source = one.yVal if chart.tagname == "scatterChart" else one.val
        name = one.tx.strRef.f if one.tx and one.tx.strRef else None
        names = [book[name.rsplit("!", 1)[0].strip("'")][name.rsplit("!", 1)[1].replace("$", "")].value] if name else [""]
        return {"name": names[0] or "", "values": numbers(source.numRef.f)}
    def table(sheet, one):
        left, top, right, bottom = range_boundaries(one.ref)
        return {"name": one.name, "range": one.ref, "filter": one.autoFilter and one.autoFilter.ref,
                "top": top, "bottom": bottom, "columns": right,
                "titles": [column.name for column in one.tableColumns]}
    def told(sheet):
        page = sheet.page_setup
        return {
            "name": sheet.title, "isHidden": sheet.sheet_state != "visible",
            "frozen": sheet.freeze_panes, "printArea": str(sheet.print_area or ""),
            "repeatedRows": sheet.print_title_rows, "orientation": page.orientation,
            "paper": page.paperSize and int(page.paperSize),
            "isFitted": bool(sheet.sheet_properties.pageSetUpPr.fitToPage),
            "fitsWidth": page.fitToWidth, "fitsHeight": page.fitToHeight,
            "header": sheet.oddHeader.left.text, "footer": sheet.oddFooter.center.text,
            "widths": [one.width for one in sheet.column_dimensions.values()],
            "tables": [table(sheet, one) for one in sheet.tables.values()],
            "charts": [{"kind": one.tagname, "title": text(one.title and one.title.tx.rich),
                        "series": [series(each, one) for each in one.series]}
                       for one in sheet._charts],
            "cells": {f"{cell.row},{cell.column}":
                      {"value": cell.value, "type": cell.data_type, "format": cell.number_format}
                      for row in sheet.iter_rows() for cell in row if cell.value is not None}}
    print(json.dumps({"title": book.properties.title, "created": str(book.properties.created),
                      "sheets": [told(sheet) for sheet in book.worksheets]}))
    """
}
