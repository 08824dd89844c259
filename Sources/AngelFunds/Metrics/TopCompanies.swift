/// How much of all value comes from the best few companies.
struct TopCompanies {
  private let proceeds: UnsafeMutablePointer<Double>
  private let count: Int
  private let funded: Int
  private let total: Double

  /// - Parameters:
  ///   - proceeds: Those of companies that bring something; put into another order later.
  ///   - count: How many these are.
  ///   - funded: How many companies there are in all.
  init(_ proceeds: UnsafeMutablePointer<Double>, count: Int, of funded: Int) {
    self.proceeds = proceeds
    self.count = count
    self.funded = funded
    var total = 0.0
    for index in 0..<count { total += proceeds[index] }
    self.total = total
  }

  /// The part of all proceeds that the best `top` of the companies bring, at least one company;
  /// nil where nothing came back.
  ///
  /// - Parameter within: A larger part that an earlier call has moved to the front.
  func shareOfValue(top: Double, within: Double = 1) -> Double? {
    guard total > 0 else { return nil }
    let wanted = number(of: top)
    select(wanted, of: number(of: within))
    var sum = 0.0
    for index in 0..<wanted { sum += proceeds[index] }
    return min(1, sum / total)
  }

  private func number(of part: Double) -> Int {
    min(count, max(1, Int((part * Double(funded)).rounded(.up))))
  }

  /// Moves the `wanted` largest of the first `candidates` to the front, by Hoare's selection.
  private func select(_ wanted: Int, of candidates: Int) {
    var (low, high) = (0, candidates - 1)
    while low < high {
      let pivot = proceeds[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while proceeds[left] > pivot { left += 1 }
        while proceeds[right] < pivot { right -= 1 }
        guard left <= right else { break }
        (proceeds[left], proceeds[right]) = (proceeds[right], proceeds[left])
        left += 1
        right -= 1
      }
      if wanted - 1 <= right {
        high = right
      } else if wanted - 1 >= left {
        low = left
      } else {
        return
      }
    }
  }
}
