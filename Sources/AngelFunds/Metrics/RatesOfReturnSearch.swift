internal import Foundation

/// The search for every rate of return, where one alone is not certain.
///
/// It goes through yearly growth from exp(-15.4) to exp(15.4) in steps of a tenth of its logarithm.
/// A change of sign encloses a root. Two roots within a step leave no change of sign, but the value
/// comes closest to zero between them: each place where it does is looked at more closely.
extension RateOfReturnFinder {
  /// A quarterly discount factor, and the present value of the flows at it.
  fileprivate struct Point {
    let factor: Double
    let value: Double

    init(_ flows: UnsafeBufferPointer<Double>, _ factor: Double) {
      self.factor = factor
      value = RateOfReturnFinder.value(flows, factor)
    }

    func isBeyondZero(from other: Point) -> Bool {
      (value < 0 && other.value > 0) || (value > 0 && other.value < 0)
    }
  }

  private static let steps = 154
  private static let closestLook = 40

  /// Quarterly discount factors at which the present value of the flows is zero.
  struct Roots {
    /// The one whose yearly rate is nearest zero, the smaller of equals; nil where there is none.
    private(set) var nearest: Double?
    private(set) var count = 0
    /// The point that was looked at last.
    fileprivate var last: Point?

    fileprivate mutating func add(_ factor: Double) {
      count += 1
      let distance = RateOfReturnFinder.distance(factor)
      if let nearest, RateOfReturnFinder.distance(nearest) <= distance { return }
      nearest = factor
    }
  }

  /// Finds every root, going up through the grid and through the dips to or beyond zero that the
  /// grid steps over.
  mutating func allRoots(of flows: UnsafeBufferPointer<Double>) -> Roots {
    var roots = Roots()
    var (here, after) = (Self.point(-Self.steps, flows), Self.point(1 - Self.steps, flows))
    var dip: Point?  // around here
    visit(here, flows, &roots)
    for number in (2 - Self.steps)...(Self.steps + 1) {
      let next = number <= Self.steps ? Self.point(number, flows) : nil
      let nextDip = next.flatMap {
        Self.bottomOfDip(flows, before: here, here: after, after: $0)
      }
      // Between two points of the grid there may be a dip around either.
      var low = dip.flatMap { $0.factor > here.factor ? $0 : nil }
      var high = nextDip.flatMap { $0.factor < after.factor ? $0 : nil }
      if let one = low, let other = high, other.factor < one.factor { swap(&low, &high) }
      if let low { visit(low, flows, &roots) }
      if let high { visit(high, flows, &roots) }
      visit(after, flows, &roots)
      (here, dip) = (after, nextDip)
      if let next { after = next }
    }
    return roots
  }

  /// A point of the grid.
  private static func point(_ number: Int, _ flows: UnsafeBufferPointer<Double>) -> Point {
    Point(flows, exp(Double(number) / 40))
  }

  /// Adds a root at the point, or between it and the one before.
  private mutating func visit(
    _ point: Point, _ flows: UnsafeBufferPointer<Double>, _ roots: inout Roots
  ) {
    if let last = roots.last, point.isBeyondZero(from: last),
      let root = root(flows, last.factor, point.factor)
    {
      roots.add(root)
    } else if point.value == 0 {
      roots.add(point.factor)
    }
    roots.last = point
  }

  /// The first point found at or beyond zero around a point that is nearest to zero among its
  /// neighbours; nil where the value turns before zero.
  private static func bottomOfDip(
    _ flows: UnsafeBufferPointer<Double>, before: Point, here: Point, after: Point
  ) -> Point? {
    var (before, here, after) = (before, here, after)
    for _ in 0..<closestLook {
      guard here.value != 0, !before.isBeyondZero(from: here), !after.isBeyondZero(from: here),
        abs(here.value) <= min(abs(before.value), abs(after.value))
      else { return nil }
      let left = Point(flows, (before.factor + here.factor) / 2)
      let right = Point(flows, (here.factor + after.factor) / 2)
      for point in [left, right] where point.value == 0 || point.isBeyondZero(from: here) {
        return point
      }
      if abs(left.value) < abs(here.value) {
        (here, after) = (left, here)
      } else if abs(right.value) < abs(here.value) {
        (before, here) = (here, right)
      } else {
        (before, after) = (left, right)
      }
    }
    return nil
  }
}
