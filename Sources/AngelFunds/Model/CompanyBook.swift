import Stochastics

/// Holds a vehicle's companies: the engine, as a vehicle's quarters see it.
///
/// In each quarter a vehicle asks in this order: what is learned, purchases, follow-ons, exits.
/// Proceeds and values go into the vehicle's scratch room.
protocol CompanyBook {
  /// What closed companies amount to.
  var result: VehicleResult { get }
  /// Number of companies that brought something back.
  var count: Int { get }

  /// Makes draws ahead for the first `count` companies of `scratch.ordered`.
  mutating func prepare(_ count: Int, source: inout RandomSource)

  /// Learns what happens to companies in `quarter`, and returns what follow-ons would cost.
  mutating func learn<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) -> Double

  /// Buys the company at `position` in `quarter` for `cost` yuan.
  mutating func buy<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, cost: Double, source: inout RandomSource,
    recorder: inout Recorder)

  /// Invests `part` of what `learn` said this quarter's follow-ons would cost.
  mutating func followOn<Recorder: TransferRecorder>(
    _ part: Double, quarter: Int, recorder: inout Recorder)

  /// Puts the quarter's proceeds, exits and values into the scratch room.
  mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder)
}
