import Testing

@testable import Stochastics

@Suite struct RandomSourceTests {
  private func block(
    seed: UInt64 = 1, kind: UInt8 = 2, name: String = "fund", path: UInt32 = 3,
    ordinal: UInt32 = 4, address: UInt32 = 5
  ) throws -> SIMD4<Double> {
    var source = try RandomSource(generator: .philox, seed: seed)
    source.begin(StreamKey(kind: kind, name: name), path: path)
    return source.block(ordinal: ordinal, address: address)
  }

  /// The third known answer of Random123's `tests/kat_vectors`, philox4x32 10.
  ///
  /// Key 0xa4093822 0x299f31d0 is the seed, low word first; counter 0x243f6a88 0x85a308d3 0x13198a2e
  /// 0x03707344 is the address, the kind over the ordinal, the path and the hash of "gpxfdtoq".
  @Test func aBlockIsThePublishedAnswerAtItsAddress() throws {
    #expect(StableHash.hash32("gpxfdtoq") == 0x0370_7344)
    let words: [UInt32] = [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
    let block = try block(
      seed: 0x299f_31d0_a409_3822, kind: 0x85, name: "gpxfdtoq", path: 0x1319_8a2e,
      ordinal: 0xa3_08d3, address: 0x243f_6a88)
    for index in 0..<4 { #expect(block[index] == (Double(words[index]) + 0.5) / 4_294_967_296) }
  }

  @Test func anAddressHasTheSameBlockWhateverWasDrawnBefore() throws {
    var source = try RandomSource(generator: .philox, seed: 1)
    for path in [UInt32](0..<5) + [3] {
      for name in ["city", "fund"] {
        source.begin(StreamKey(kind: 2, name: name), path: path)
        for address in (0..<9).reversed() as [UInt32] {
          _ = source.block(ordinal: 7, address: address)
        }
      }
    }
    source.begin(StreamKey(kind: 2, name: "fund"), path: 3)
    #expect(source.block(ordinal: 4, address: 5) == (try block()))
    #expect(source.block(ordinal: 4, address: 5) == (try block()))
  }

  @Test(arguments: [UInt64(0), 1, .max, 0x299f_31d0_a409_3822])
  func fourBlocksAreThoseOfFourMembers(seed: UInt64) throws {
    var source = try RandomSource(generator: .philox, seed: seed)
    source.begin(StreamKey(kind: 255, name: "fund"), path: .max - 1)
    let last = RandomSource.largestOrdinal
    for (first, address) in [(0, 0), (4, 1), (1023, 7), (last - 3, .max)] as [(UInt32, UInt32)] {
      var blocks = [SIMD4<Double>](repeating: .zero, count: 4)
      source.fourBlocks(from: first, address: address, into: &blocks)
      for member in 0..<4 as Range<UInt32> {
        let single = source.block(ordinal: first + member, address: address)
        #expect(blocks[Int(member)] == single)
      }
    }
  }

  @Test func everyPartOfTheAddressMatters() throws {
    let blocks = [
      try block(), try block(seed: 2), try block(seed: 1 + 1 << 32), try block(kind: 3),
      try block(name: "fond"), try block(path: 4), try block(ordinal: 5),
      try block(ordinal: RandomSource.largestOrdinal), try block(address: 6),
    ]
    #expect(Set(blocks.flatMap { block in (0..<4).map { block[$0] } }).count == 4 * blocks.count)
  }

  /// A larger ordinal would run into the kind's bits, and so into another entity's numbers.
  @Test func anOrdinalThatDoesNotFitIsRefused() async {
    await #expect(processExitsWith: .failure) {
      var source = try RandomSource(generator: .philox, seed: 1)
      source.begin(StreamKey(kind: 1, name: "fund"), path: 0)
      _ = source.block(ordinal: RandomSource.largestOrdinal + 1, address: 0)
    }
  }

  /// A uniform has mean 1/2 and variance 1/12, its square mean 1/3 and variance 1/5 - 1/9 = 4/45.
  ///
  /// Four standard errors: a correct program with another seed fails once in 16,000 runs.
  @Test(arguments: ["philox", "mt19937", "ranlxd2", "taus2"])
  func uniformsHaveTheirMoments(name: String) throws {
    let values = try uniforms(20_000, seed: 11, generator: try #require(Generator(named: name)))
    let mean = values.reduce(0, +) / 20_000
    let square = values.reduce(0) { $0 + $1 * $1 } / 20_000
    #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / 20_000).squareRoot())
    #expect(abs(square - 1.0 / 3) < 4 * (4.0 / 45 / 20_000).squareRoot())
  }

  /// First draws of 5,000 paths: seeding anew for every path must not make paths alike.
  @Test(arguments: ["philox", "mt19937", "ranlxd2"])
  func pathsAreIndependent(name: String) throws {
    let generator = try #require(Generator(named: name))
    var source = try RandomSource(generator: generator, seed: 11)
    let values = (0..<5000 as Range<UInt32>).map { path in
      source.begin(StreamKey(kind: 1, name: "city"), path: path)
      return source.block(ordinal: 0, address: 0)[0]
    }
    let mean = values.reduce(0, +) / 5000
    #expect(abs(mean - 0.5) < 4 * (1.0 / 12 / 5000).squareRoot())
    let product = zip(values, values.dropFirst()).reduce(0.0) { sum, pair in
      sum + (pair.0 - 0.5) * (pair.1 - 0.5)
    }
    #expect(abs(product / 4999) < 4 * (1.0 / 144 / 4999).squareRoot())
  }

  /// A sequence depends on seed, stream and path as well, if not on what is drawn elsewhere.
  @Test func aGeneratorInSequenceStartsAnewOnEveryStreamAndPath() throws {
    let generator = try #require(Generator(named: "mt19937"))
    func first(_ seed: UInt64, _ kind: UInt8, _ name: String, _ path: UInt32) throws -> Double {
      var source = try RandomSource(generator: generator, seed: seed)
      source.begin(StreamKey(kind: 9, name: "other"), path: 99)
      _ = source.block(ordinal: 0, address: 0)
      source.begin(StreamKey(kind: kind, name: name), path: path)
      return source.block(ordinal: 0, address: 0)[0]
    }
    #expect(try first(1, 2, "fund", 3) == (try first(1, 2, "fund", 3)))
    let starts = [
      try first(1, 2, "fund", 3), try first(2, 2, "fund", 3), try first(1, 3, "fund", 3),
      try first(1, 2, "fond", 3), try first(1, 2, "fund", 4),
    ]
    #expect(Set(starts).count == starts.count)
  }

  /// Chi-square with 99 degrees of freedom lies within 61.137 and 148.230 but twice in 1,000.
  ///
  /// Critical values: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4.
  @Test func philoxFillsAHundredCellsEvenly() throws {
    var counts = [Int](repeating: 0, count: 100)
    for value in try uniforms(20_000, seed: 5) { counts[Int(value * 100)] += 1 }
    let square = counts.reduce(0) { $0 + Double(($1 - 200) * ($1 - 200)) / 200 }
    #expect(square > 61.137 && square < 148.230)
  }

  /// The largest gap to the uniform distribution, against 1.95 / sqrt n at one in 1,000.
  ///
  /// Source: Smirnov, Annals of Mathematical Statistics 19 (1948), 279-281.
  @Test func philoxPassesKolmogorovsTest() throws {
    let values = try uniforms(20_000, seed: 6).sorted()
    let gaps = values.enumerated().map { rank, value in
      max(abs(value - Double(rank) / 20_000), abs(value - Double(rank + 1) / 20_000))
    }
    #expect(try #require(gaps.max()) < 1.95 / 20_000.0.squareRoot())
  }
}
