/// What a vehicle learns of its companies, quarter by quarter.
extension RoundsBook {
  mutating func learn<Recorder: TransferRecorder>(
    _ quarter: Int, recorder: inout Recorder
  ) -> Double {
    wishes = 0
    firstWishing = -1
    var next = scratch.firstLearning[quarter]
    while next >= 0 {
      let position = Int(next)
      next = scratch.holdings[position].nextLearning
      if !scratch.holdings[position].isClosed {
        learn(of: position, quarter: quarter, recorder: &recorder)
      }
    }
    return min(wishes, reserve)
  }

  private mutating func learn<Recorder: TransferRecorder>(
    of position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    let round = holding.pointee.rounds
    if round < holding.pointee.life.roundCount,
      Int(holding.pointee.life.roundQuarters[round]) == quarter
    {
      reprice(holding, round: round, quarter: quarter)
      tell(.round(Stage.allCases[round + 1]), position, quarter: quarter, amount: 0, &recorder)
      wish(position, round: round, quarter: quarter)
    } else if holding.pointee.life.fateQuarter == quarter {
      holding.pointee.isFateKnown = true
      if holding.pointee.life.fate == Fate.writeOffIndex { remark(holding, 0) }
      if holding.pointee.life.exitQuarter <= last {
        waitToLeave(position, in: holding.pointee.life.exitQuarter)
      }
      tell(
        .fate(Fate.allCases[holding.pointee.life.fate]), position, quarter: quarter, amount: 0,
        &recorder)
    }
    discount(position, quarter: quarter, recorder: &recorder)
    waitToLearn(position, after: quarter)
  }

  /// Takes over a new round's price.
  private mutating func reprice(
    _ holding: UnsafeMutablePointer<Holding>, round: Int, quarter: Int
  ) {
    holding.pointee.rounds = round + 1
    holding.pointee.price = holding.pointee.life.prices[round]
    holding.pointee.companyValue = holding.pointee.entryValue * holding.pointee.life.values[round]
    holding.pointee.lastPriced = quarter
    countRound(holding.pointee, round: round)
    remark(
      holding, model.rounds.marks.isAtCost ? holding.pointee.cost : holding.pointee.shareValue)
  }

  /// Counts a round's new money, of all investors; a shared company's once, whoever holds it.
  private mutating func countRound(_ holding: Holding, round: Int) {
    let money = holding.companyValue * model.rounds.stages[round].dilution
    guard holding.company.identity >= 0 else {
      result.roundMoney += money
      return
    }
    let place = CompanyLife.mostRounds * Int(holding.company.identity) + round
    buffers.roundMoney[place] = max(buffers.roundMoney[place], money)
  }

  /// Says how much the vehicle would like to add in a round, from what is known then.
  private mutating func wish(_ position: Int, round: Int, quarter: Int) {
    let holding = scratch.holdings + position
    guard quarter < vehicle.callQuarters, reserve > 0 else { return }
    let newMoney = holding.pointee.companyValue * model.rounds.stages[round].dilution
    let room = min(vehicle.projectLimit - holding.pointee.cost, newMoney)
    let wanted: Double
    switch vehicle.followOn.policy {
    case .none: wanted = 0
    case .proRata:
      // What the stake makes of the company's old shares, times the new money.
      let old = holding.pointee.companyValue - newMoney
      wanted = old > 0 ? newMoney * holding.pointee.shareValue / old : 0
    case .byStage: wanted = vehicle.followOn.byStage[round] * holding.pointee.company.amount
    case .toLimit: wanted = room
    }
    let wish = min(wanted, room)
    guard wish >= Rounding.fen else { return }
    holding.pointee.wish = wish
    holding.pointee.nextWishing = firstWishing
    firstWishing = Int32(position)
    wishes += wish
  }

  private mutating func discount<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    let silence = quarter - holding.pointee.lastPriced
    let stale = model.rounds.marks.staleQuarters
    guard !holding.pointee.isListed, silence > 0, stale < .max, silence.isMultiple(of: stale)
    else { return }
    remark(holding, holding.pointee.mark * model.rounds.marks.keptPart)
    tell(.discounted, position, quarter: quarter, amount: 0, &recorder)
  }
}

/// What a vehicle adds to companies in their rounds.
extension RoundsBook {
  mutating func followOn<Recorder: TransferRecorder>(
    _ part: Double, quarter: Int, recorder: inout Recorder
  ) {
    guard wishes > 0, part > 0 else { return }
    // Where the reserve does not cover all wishes, each is cut by the same part.
    let granted = min(wishes, reserve) * part
    reserve -= granted
    var next = firstWishing
    while next >= 0 {
      let position = Int(next)
      let holding = scratch.holdings + position
      next = holding.pointee.nextWishing
      let amount = holding.pointee.wish * granted / wishes
      result.followOnCost += amount
      invest(amount, in: holding.pointee.company, quarter: quarter)
      holding.pointee.cost += amount
      holding.pointee.costQuarters += amount * Double(quarter)
      holding.pointee.discountedCost += amount / vehicle.waterfall.growth(quarter)
      holding.pointee.shares += amount / holding.pointee.price
      remark(holding, holding.pointee.mark + amount)
      tell(
        .followOn(Stage.allCases[holding.pointee.rounds]), position, quarter: quarter,
        amount: amount, &recorder)
    }
  }
}
