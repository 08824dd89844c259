/// Logarithmic bins for amounts of either sign, each at most 0.4 % wide.
///
/// 256 bins of equal width in every octave from 2¹⁰ to 2⁴⁴, found straight from the number's bits, as
/// in an HDR histogram. Smaller magnitudes count as zero, larger ones as the largest. Bins are in
/// the order of their values.
public struct SignedLogBins: Hashable, Sendable {
  private static let mantissaBits = 8
  private static let firstExponent = 10
  private static let octaves = 34
  private static let magnitudes = octaves << mantissaBits
  private static let firstIndex = (1023 + firstExponent) << mantissaBits

  /// Whether there are bins for negative amounts.
  public let isSigned: Bool

  /// Makes bins.
  public init(isSigned: Bool) { self.isSigned = isSigned }

  /// Number of bins, the one of zero included.
  public var binCount: Int { isSigned ? 2 * Self.magnitudes + 1 : Self.magnitudes + 1 }

  private var zeroBin: Int { isSigned ? Self.magnitudes : 0 }

  /// The bin of a finite amount; a negative one counts as zero where bins have no sign.
  @inline(__always)
  public func index(of amount: Double) -> Int {
    let step = Int(amount.magnitude.bitPattern >> (52 - UInt64(Self.mantissaBits)))
    let distance = max(0, min(step - Self.firstIndex, Self.magnitudes - 1) + 1)
    guard isSigned else { return amount > 0 ? distance : 0 }
    return amount < 0 ? Self.magnitudes - distance : Self.magnitudes + distance
  }

  /// The amounts of a bin; 0...0 for the bin of zero.
  public func bounds(of index: Int) -> ClosedRange<Double> {
    let distance = index - zeroBin
    guard distance != 0 else { return 0...0 }
    let low = Self.lowerBound(abs(distance) - 1)
    let high = Self.lowerBound(abs(distance))
    return distance > 0 ? low...high : (-high)...(-low)
  }

  private static func lowerBound(_ step: Int) -> Double {
    Double(bitPattern: UInt64(firstIndex + step) << (52 - UInt64(mantissaBits)))
  }

  /// How often one bin was hit.
  public struct Hits: Hashable, Sendable {
    /// The bin.
    public let bin: Int
    /// At least 1.
    public let count: Int

    /// Makes an entry.
    public init(bin: Int, count: Int) {
      self.bin = bin
      self.count = count
    }
  }

  /// The amount below which a share `probability` of the counted amounts lies; nil if nothing was
  /// counted.
  ///
  /// Type 7, between two order statistics, each of them exact to its bin.
  ///
  /// - Parameter hits: The bins that were hit, in their order.
  public func quantile(_ probability: Double, hits: [Hits]) -> Double? {
    let total = hits.reduce(0) { $0 + $1.count }
    guard total > 0 else { return nil }
    let rank = probability * Double(total - 1)
    let below = min(Int(rank), total - 1)
    let low = orderStatistic(below, hits: hits)
    guard rank > Double(below) else { return low }
    let high = orderStatistic(below + 1, hits: hits)
    return low + (rank - Double(below)) * (high - low)
  }

  /// The same from one count a bin.
  public func quantile(_ probability: Double, counts: [UInt32]) -> Double? {
    let hits = counts.indices.filter { counts[$0] > 0 }
    return quantile(probability, hits: hits.map { Hits(bin: $0, count: Int(counts[$0])) })
  }

  /// The amount at a place of the order, from 0; amounts are spread evenly over their bin.
  private func orderStatistic(_ place: Int, hits: [Hits]) -> Double {
    var below = 0
    for entry in hits {
      if place < below + entry.count {
        let bounds = bounds(of: entry.bin)
        let position = (Double(place - below) + 0.5) / Double(entry.count)
        return bounds.lowerBound + position * (bounds.upperBound - bounds.lowerBound)
      }
      below += entry.count
    }
    return hits.last.map { bounds(of: $0.bin).upperBound } ?? 0
  }
}
