import Testing

@testable import AngelFunds

/// Names tell parties apart.
///
/// A contributor could be called `direct` or `mother_fund`: traces then added its payments to those
/// of the direct book, and nobody could tell who had paid.
@Suite struct ReservedNameTests {
  @Test(arguments: ["mother_fund", "direct", "manager", "lender", "other_partners", "companies"])
  func partiesLendTheirNamesToNobody(name: String) {
    func refusal(_ section: String) -> String {
      "x.yaml:3: \(section).\(name) must have another name; '\(name)' is reserved"
    }
    let contributors = "contributors: {\(name): {kind: fiscal, share: 100%}}\n"
    #expect(complaints(smallScenario + contributors) == refusal("contributors"))
    let anchors = "anchors:\n  lake: {kind: town}\n  \(name): {kind: town}\n"
    let funds = "sub_funds: {one: {anchor: lake, commitment: 1亿}}\n"
    #expect(complaints(anchors + funds) == refusal("anchors"))
    let own =
      "anchors: {lake: {kind: town}}\nsub_funds:\n  \(name): {anchor: lake, commitment: 1亿}\n"
    #expect(complaints(own) == refusal("sub_funds"))
    #expect(
      complaints(smallScenario, overrides: ["sub_funds.\(name)={anchor: lake, commitment: 1亿}"])
        == "--set: sub_funds.\(name) must have another name; '\(name)' is reserved")
  }

  @Test(arguments: ["market", "ipo_window"])
  func factorsLendTheirNamesToNoSector(name: String) {
    #expect(
      complaints(smallScenario + "sectors: {\(name): A}")
        == "x.yaml:3: sectors.\(name) must have another name; '\(name)' is reserved")
  }

  @Test func contributorsAndSubFundsAreToldApart() {
    #expect(
      complaints(smallScenario + "contributors: {one: {kind: fiscal, share: 100%}}")
        == "x.yaml:3: contributors.one must have another name; sub_funds.one has this one, and a "
        + "trace could not tell who pays")
    // An anchor pays nobody, and every table tells its scope.
    #expect(
      complaints(smallScenario + "contributors: {lake: {kind: fiscal, share: 100%}}") == "nothing")
  }

  /// Every name of a trace stands for one party only.
  @Test func namesOfPartiesDiffer() throws {
    let names = TraceNames(try example("dongguan_baseline.yaml").scenario)
    let parties: [Party] =
      names.scenario.contributors.indices.map { .contributor($0) }
      + [.motherFund, .motherManager, .lender]
      + names.vehicles.indices.flatMap {
        [.vehicle($0), .otherPartners($0), .manager($0), .companies($0)] as [Party]
      }
    let all = parties.map { names.name(of: $0) }
    #expect(Set(all).count == all.count)
  }
}
