internal import Foundation

/// The search for every rate of return, where one alone is not certain.
///
/// It goes through yearly growth from exp(-15.4) to exp(15.4) in steps of a tenth of its logarithm.
/// A change of sign encloses a root. Two roots within a step leave no change of sign, but the value
/// comes closest to zero between them: each place where it does is looked at more closely.
extension RateOfReturnFinder {
  /// A quarterly discount factor, and the present value of the flows at it.
  private struct Point {
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

  /// Quarterly discount factors at which the present value of the flows is zero, in order.
  mutating func allRoots(of flows: UnsafeBufferPointer<Double>) -> [Double] {
    let points = Self.pointsOnBothSidesOfZero(flows)
    var roots = points.filter { $0.value == 0 }.map(\.factor)
    for (one, other) in zip(points, points.dropFirst()) where other.isBeyondZero(from: one) {
      if let root = root(flows, one.factor, other.factor) { roots.append(root) }
    }
    return roots.sorted()
  }

  /// The fine grid, with a point in each dip to or beyond zero that the grid steps over.
  private static func pointsOnBothSidesOfZero(_ flows: UnsafeBufferPointer<Double>) -> [Point] {
    let grid = (-steps...steps).map { Point(flows, exp(Double($0) / 40)) }
    let dips = zip(zip(grid, grid.dropFirst()), grid.dropFirst(2)).compactMap { pair, after in
      bottomOfDip(flows, before: pair.0, here: pair.1, after: after)
    }
    return (grid + dips).sorted { $0.factor < $1.factor }
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
