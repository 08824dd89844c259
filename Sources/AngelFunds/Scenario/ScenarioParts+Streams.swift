import Stochastics

extension ScenarioParts {
  /// Reports names that would draw the same random numbers.
  func checkStreams(_ reader: inout ScenarioReader) {
    var owners: [String: String] = [:]
    for subFund in subFunds {
      if let owner = owners[subFund.stream] {
        reader.report(
          at: ["sub_funds", subFund.id, "stream"],
          "is \(subFund.stream), which is the stream of sub_funds.\(owner) already; "
            + "give one of them another")
      }
      owners[subFund.stream] = owners[subFund.stream] ?? subFund.id
    }
    checkHashes(&reader)
  }

  private func checkHashes(_ reader: inout ScenarioReader) {
    var named: [(name: String, path: [String])] = [("direct", ["direct"]), ("market", [])]
    named += sectors.map { ($0.id, ["sectors", $0.id]) }
    named += anchors.map { ($0.id, ["anchors", $0.id]) }
    named += subFunds.map { ($0.stream, ["sub_funds", $0.id]) }
    var names: [UInt32: String] = [:]
    for (name, path) in named {
      let hash = StableHash.hash32(name)
      if let other = names[hash], other != name {
        reader.report(
          at: path,
          "draws the same random numbers as '\(other)', as the 32-bit hashes of "
            + "'\(name)' and '\(other)' are equal; rename one of them")
      }
      names[hash] = names[hash] ?? name
    }
  }
}
