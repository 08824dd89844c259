/// A table for people: the same on a page and in a workbook.
struct Table: Sendable {
  /// A column and what stands in it.
  struct Column: Sendable {
    enum Role: Hashable, Sendable {
      /// Text that tells rows apart.
      case name
      /// Text or numbers.
      case value
      /// The standard error of the column before, written behind it after ± on a page.
      case error
    }

    let title: String
    let role: Role
    /// What it means, in a sentence.
    var help: String?

    static func name(_ title: String) -> Column { Column(title: title, role: .name) }
    static func value(_ title: String, help: String? = nil) -> Column {
      Column(title: title, role: .value, help: help)
    }
    static func error(_ title: String) -> Column { Column(title: title, role: .error) }
  }

  /// Letters, digits and underscores; no other table of the report has it.
  let id: String
  let title: String
  let columns: [Column]
  /// As many cells in each as there are columns.
  var rows: [[Cell]]
  /// How to read it, in a sentence or two.
  var note: String?
  /// Whether a reader may sort and filter it.
  var isSortable = false
}
