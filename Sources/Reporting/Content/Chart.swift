/// A picture of columns of a table.
struct Chart: Sendable {
  /// What one series shows.
  enum Shape: Sendable {
    /// A line through a column.
    case line(Int)
    /// The area between two columns.
    case band(low: Int, high: Int)
    /// A mark a row, without a line.
    case marks(Int)
    /// A line that holds each row's value over the whole of its category.
    case steps(Int)
    /// Bars from 0 to a column.
    case bar(Int)
    /// A bar from one column to another, with a mark at a third if there is one.
    case interval(low: Int, high: Int, mark: Int?)
    /// A point a row.
    case points(x: Int, y: Int)
    /// Points that stand in no table.
    case cloud([Point])
    /// A line through points of the plane, in their order.
    case path([Point])
  }

  /// A point of the plane.
  struct Point: Hashable, Sendable {
    let x: Double
    let y: Double
  }

  /// Colours that the colour-blind tell apart, also in grey, by Okabe and Ito (2008).
  enum Colour: String, Sendable, CaseIterable {
    case blue
    case orange
    case green
    case vermillion
    case purple
    case sky
    case black
    case grey
  }

  struct Series: Sendable {
    let name: String
    let shape: Shape
    let colour: Colour
    /// Whether its line is dashed, or its points hollow.
    var isDashed = false
    /// Whether it is left out of the legend.
    var isHidden = false
    /// The only rows that it shows; nil for all.
    var rows: Set<Int>?
  }

  /// A straight line at a value.
  struct Line: Sendable {
    enum Axis: String, Sendable {
      case x
      case y
    }

    let axis: Axis
    let value: Double
    let name: String
  }

  /// An axis: its title and how its numbers are written; categories have no format.
  struct Axis: Sendable {
    let title: String
    var format: NumberFormat?
  }

  let x: Axis
  let y: Axis
  /// The column that names what lies along the category axis; nil in a plane of two numbers.
  let categories: Int?
  let series: [Series]
  /// Whether categories go down the page and numbers along it.
  var isHorizontal = false
  var isStacked = false
  var lines: [Line] = []
}

/// A table with its picture.
struct Figure: Sendable {
  let chart: Chart
  let table: Table
  /// What it shows, in a sentence for everybody.
  let caption: String
  /// Whether the table is there to be read at once, not only looked up.
  var showsTable = false
}

extension ReportStyle {
  /// The title of an axis, with the unit where its numbers are amounts.
  func axisTitle(_ title: String, _ format: NumberFormat) -> String {
    guard format == .money else { return title }
    return texts("column.with_unit", ["title": title, "unit": unitName])
  }
}
