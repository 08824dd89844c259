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
  /// How spreadsheets write a number; nil for a number as it is.
  ///
  /// - Parameters:
  ///   - hasUnit: Whether amounts carry their unit, since their column's title does not.
  ///   - decimals: Nil for those of the format.
  ///   - isSigned: Whether what is above 0 has its sign.
  func code(
    _ format: NumberFormat, hasUnit: Bool, decimals: Int? = nil, isSigned: Bool = false
  ) -> String? {
    let text: String
    switch format {
    case .money:
      let sign = language == .chinese ? unitName : " \(unitName)"
      text = "#,##0" + Self.places(unit.decimals) + (hasUnit ? "\"\(sign)\"" : "")
    case .multiple: text = "0\(Self.places(decimals ?? 2))\"×\""
    case .percent: text = "0\(Self.places(decimals ?? 1))%"
    case .years: text = "0\(Self.places(decimals ?? 1))\"\(texts("unit.years.sign"))\""
    case .count: text = "#,##0\(Self.places(decimals ?? 1))"
    case .whole: text = "#,##0"
    case .year: text = "0"
    case .plain: return nil
    }
    return isSigned ? "+\(text);-\(text);\(text)" : text
  }

  private static func places(_ count: Int) -> String {
    count > 0 ? "." + String(repeating: "0", count: count) : ""
  }

  /// A number in the units that its cell is told in.
  func told(_ value: Double, _ format: NumberFormat?) -> Double {
    format == .money ? value / unit.size : value
  }
}
