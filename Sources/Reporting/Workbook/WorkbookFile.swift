internal import CXLSXWriter
internal import Foundation

/// A workbook while it is written.
final class WorkbookFile {
  /// Any time will do, as long as the same input makes the same file: 2026-01-01 in UTC.
  private static let created: time_t = 1_767_225_600

  let style: ReportStyle
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]
  private var strings: [UnsafeMutablePointer<CChar>] = []
  private var tableNames: Set<String> = []
  private var isOpen = true
  /// Bytes that sheets take at most before they are packed.
  var size = 1 << 18

  /// Starts a workbook; temporary files go beside it.
  init(path: String, style: ReportStyle) throws(WorkbookError) {
    (self.path, self.style) = (path, style)
    guard let folder = strdup((path as NSString).deletingLastPathComponent) else {
      throw WorkbookError(reason: "out of memory")
    }
    strings.append(folder)
    var options = lxw_workbook_options()
    options.tmpdir = strlen(folder) > 0 ? folder : nil
    guard let book = workbook_new_opt(path, &options) else {
      strings.forEach { free($0) }
      throw WorkbookError(reason: "out of memory")
    }
    self.book = book
  }

  deinit {
    if isOpen { lxw_workbook_free(book) }
    strings.forEach { free($0) }
  }

  /// The library takes some texts by pointers that must live as long as the workbook.
  func string(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    strings.append(copy)
    return copy
  }

  func describe(title: String) throws(WorkbookError) {
    var properties = lxw_doc_properties()
    properties.title = string(WorkbookText.label(title))
    properties.created = Self.created
    try Self.check(workbook_set_properties(book, &properties))
  }

  func addSheet(_ name: String) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw WorkbookError(reason: "no sheet can be named \(name)")
    }
    return sheet
  }

  func addChart(_ type: lxw_chart_type) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(book, UInt8(type.rawValue)) else {
      throw WorkbookError(reason: "out of memory")
    }
    return chart
  }

  func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[look] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    look.apply(to: format, language: style.language)
    formats[look] = format
    return format
  }

  /// Writes text, which is never taken for a formula; nothing for an empty one.
  func write(
    _ text: String, _ look: CellLook, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int,
    column: Int
  ) throws(WorkbookError) {
    guard !text.isEmpty else { return }
    size += 60 + 6 * text.utf8.count
    try Self.check(
      worksheet_write_string(
        sheet, UInt32(row), UInt16(column), WorkbookText.cell(text), format(look)))
  }

  /// A name like `id` that no other table has.
  func tableName(_ id: String) -> String {
    let name = "t_" + id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    var (candidate, number) = (name, 2)
    while !tableNames.insert(candidate.lowercased()).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }

  /// Writes everything to the file.
  func close() throws(WorkbookError) {
    try reserveRoom()
    isOpen = false
    try Self.check(workbook_close(book))
  }

  /// Sees that there is room: the library does not notice if its temporary files are cut short.
  private func reserveRoom() throws(WorkbookError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard file >= 0 else { throw WorkbookError(reason: Self.reason(errno)) }
    defer { Glibc.close(file) }
    let problem = posix_fallocate(file, 0, off_t(2 * size))
    guard problem == 0 || problem == EINVAL || problem == EOPNOTSUPP else {
      throw WorkbookError(reason: Self.reason(problem))
    }
    ftruncate(file, 0)
  }

  private static func reason(_ number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }

  static func check(_ code: lxw_error) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    let text = String(cString: lxw_strerror(code))
    throw WorkbookError(reason: text.lowercased().trimmingCharacters(in: ["."]))
  }
}
