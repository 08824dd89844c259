/// How the cells of a sweep follow from its factors.
public enum SweepDesign: String, CaseIterable, Sendable {
  /// Every combination of every factor's values.
  case grid
  /// Cells that the file names one by one.
  case list
  /// The base, and each factor alone at its low and at its high value.
  case oneAtATime = "one_at_a_time"
  /// Points of GSL's Sobol sequence.
  case sobol
  /// Points of a Latin hypercube.
  case latinHypercube = "latin_hypercube"

  /// Whether a number of points has to be chosen.
  var hasPoints: Bool { self == .sobol || self == .latinHypercube }
}
