/// How much of all value comes from the best few companies.
struct TopCompanies {
  private let proceeds: UnsafeMutablePointer<Double>
  private let count: Int
  private let total: Double

  /// - Parameter proceeds: Each company's; put into another order by `shareOfValue`.
  init(_ proceeds: UnsafeMutablePointer<Double>, count: Int) {
    self.proceeds = proceeds
    self.count = count
    var total = 0.0
    for index in 0..<count { total += proceeds[index] }
    self.total = total
  }

  /// The part of all proceeds that the best `top` of the companies bring, at least one company;
  /// nil where nothing came back.
  func shareOfValue(top: Double) -> Double? {
    guard total > 0 else { return nil }
    let wanted = max(1, Int((top * Double(count)).rounded(.up)))
    select(wanted)
    var sum = 0.0
    for index in 0..<wanted { sum += proceeds[index] }
    return min(1, sum / total)
  }

  /// Moves the `wanted` largest to the front, in any order, by Hoare's selection.
  private func select(_ wanted: Int) {
    var (low, high) = (0, count - 1)
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
