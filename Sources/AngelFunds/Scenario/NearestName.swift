/// The candidate that somebody who wrote `name` probably meant, or nil if none is near.
package func nearestName(to name: String, in candidates: [String]) -> String? {
  let wanted = Array(name.lowercased().utf8.prefix(200))
  var best: (candidate: String, distance: Int)?
  for candidate in candidates.sorted() {
    let distance = editDistance(wanted, Array(candidate.utf8))
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  guard let best else { return nil }
  let length = max(wanted.count, best.candidate.utf8.count)
  if best.distance <= max(1, length * 2 / 5) { return best.candidate }
  guard wanted.count >= 4 else { return nil }
  return candidates.sorted().first { $0.hasPrefix(name) || $0.hasSuffix(name) }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `first` into `second`.
func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in 1...first.count {
    var row = [i]
    row.reserveCapacity(second.count + 1)
    for j in 1...second.count {
      let replaced = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
      var cost = min(replaced, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[second.count]
}
