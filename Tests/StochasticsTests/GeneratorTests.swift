import Stochastics
import Testing

@Suite struct GeneratorTests {
  @Test(arguments: ["philox", "mt19937", "ranlxd2", "taus2"])
  func knowsTheGeneratorsOfGSL(name: String) throws {
    let generator = try #require(Generator(named: name))
    #expect(generator.name == name)
    #expect(generator.isCounterBased == (name == "philox"))
  }

  @Test(arguments: ["", "Philox", "mt19936"])
  func anUnknownNameIsNil(name: String) {
    #expect(Generator(named: name) == nil)
  }

  @Test func theDefaultIsListedFirstAndEveryNameOnce() {
    #expect(Generator.names.first == Generator.philox.name)
    #expect(Generator.names.count > 40)
    #expect(Set(Generator.names).count == Generator.names.count)
    #expect(Generator.names.allSatisfy { Generator(named: $0) != nil })
  }

  @Test func theVersionOfGSLIsANumberWithPoints() throws {
    let parts = Generator.gslVersion.split(separator: ".").map { Int($0) }
    #expect(parts.count >= 2 && !parts.contains(nil))
    #expect(try #require(parts.first ?? nil) >= 2)
  }
}
