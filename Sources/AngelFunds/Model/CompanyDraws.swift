import Stochastics

/// The uniforms of a vehicle's companies, drawn for four of them at a time.
///
/// Addressed draws can be made ahead. A generator in sequence is asked for each company by itself,
/// when it is needed.
struct CompanyDraws {
  private static let atATime = 4
  private let ahead: UnsafeMutablePointer<SIMD4<Double>>  // by ordinal

  init(companies: Int) {
    let capacity = companies + Self.atATime
    ahead = .allocate(capacity: capacity)
    ahead.initialize(repeating: .zero, count: capacity)
  }

  func deallocate() { ahead.deallocate() }

  /// A company's draws of selection; companies are asked for in the order of ordinals.
  @inline(__always)
  func selection(_ ordinal: Int, source: inout RandomSource) -> SIMD4<Double> {
    guard source.isCounterBased else {
      return source.block(ordinal: UInt32(ordinal), address: DrawAddress.selection)
    }
    if ordinal.isMultiple(of: Self.atATime) {
      source.fourBlocks(
        from: UInt32(ordinal), address: DrawAddress.selection, into: ahead + ordinal)
    }
    return ahead[ordinal]
  }

  /// Makes the draws of outcome of companies 0 ..< `count` ahead, over those of selection.
  func prepareOutcomes(_ count: Int, source: borrowing RandomSource) {
    guard source.isCounterBased else { return }
    for ordinal in stride(from: 0, to: count, by: Self.atATime) {
      source.fourBlocks(
        from: UInt32(ordinal), address: DrawAddress.outcome, into: ahead + ordinal)
    }
  }

  /// A company's draws of outcome, made now if they have not been made ahead.
  @inline(__always)
  func outcome(_ ordinal: Int, source: inout RandomSource) -> SIMD4<Double> {
    if !source.isCounterBased {
      ahead[ordinal] = source.block(ordinal: UInt32(ordinal), address: DrawAddress.outcome)
    }
    return ahead[ordinal]
  }

  /// Puts other draws in the place of a company's.
  func replace(_ ordinal: Int, with draws: SIMD4<Double>) { ahead[ordinal] = draws }

  /// A company's draws that were made last.
  subscript(ordinal: Int) -> SIMD4<Double> { ahead[ordinal] }
}
