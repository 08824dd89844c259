internal import CXLSXWriter

/// What a cell of a workbook looks like.
enum CellLook: Hashable {
  case title
  /// Above a table.
  case heading
  case note
  case header
  case text
  /// A number, written by a format; nil for one as it is.
  case number(String?)
  /// In the place of a number.
  case absent

  func apply(to format: UnsafeMutablePointer<lxw_format>, language: Language) {
    format_set_font_name(format, Self.font(language))
    format_set_font_size(format, self == .title ? 14 : 10)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if isInTable {
      format_set_bottom(format, UInt8(LXW_BORDER_HAIR.rawValue))
      format_set_bottom_color(format, 0xC5CCD3)
    }
    switch self {
    case .title:
      format_set_bold(format)
      format_set_font_color(format, 0x1F4E78)
    case .heading:
      format_set_bold(format)
      format_set_font_size(format, 11)
      format_set_font_color(format, 0x1F4E78)
    case .note:
      format_set_text_wrap(format)
      format_set_font_color(format, 0x57606A)
      format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .header:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_font_color(format, 0xFFFFFF)
      format_set_bg_color(format, 0x1F4E78)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .text:
      format_set_text_wrap(format)
      format_set_indent(format, 1)
    case .number(let code): if let code { format_set_num_format(format, code) }
    case .absent:
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      format_set_font_color(format, 0x8C959F)
    }
  }

  /// Of a line that stands alone, in points.
  var height: Double {
    switch self {
    case .title: 24
    case .heading: 20
    default: SheetTable.lineHeight
    }
  }

  private var isInTable: Bool {
    switch self {
    case .title, .heading, .note, .header: false
    case .text, .number, .absent: true
    }
  }

  /// A font that Excel has for a language.
  static func font(_ language: Language) -> String {
    language == .chinese ? "微软雅黑" : "Calibri"
  }
}

extension ReportStyle {
  /// How spreadsheets write a number.
  ///
  /// - Parameters:
  ///   - hasUnit: Whether amounts carry their unit, since their column's title does not.
  ///   - more: Decimals beyond those of a number without an error.
  func code(_ format: NumberFormat, hasUnit: Bool, more: Int = 0) -> String? {
    func decimals(_ count: Int) -> String {
      count > 0 ? "." + String(repeating: "0", count: count) : ""
    }
    switch format {
    case .money:
      let sign = language == .chinese ? unitName : " \(unitName)"
      return "#,##0\(decimals(unit.decimals))" + (hasUnit ? "\"\(sign)\"" : "")
    case .multiple: return "0\(decimals(2 + more))\"×\""
    case .percent: return "0\(decimals(1 + more))%"
    case .years: return "0\(decimals(1 + more))\"\(texts("unit.years.sign"))\""
    case .count: return "#,##0\(decimals(1 + more))"
    case .whole: return "#,##0"
    case .year: return "0"
    case .plain: return nil
    }
  }

  /// A number in the units that its cell is told in.
  func told(_ value: Double, _ format: NumberFormat?) -> Double {
    format == .money ? value / unit.size : value
  }
}
