/// How stakes are listed and sold.
extension RoundsBook {
  mutating func exit<Recorder: TransferRecorder>(
    _ quarter: Int, isLast: Bool, recorder: inout Recorder
  ) {
    var next = scratch.firstLeaving[quarter]
    while next >= 0 {
      let position = Int(next)
      next = scratch.holdings[position].nextLeaving
      if !scratch.holdings[position].isClosed {
        leave(position, quarter: quarter, recorder: &recorder)
      }
    }
    offerToFounders(quarter, recorder: &recorder)
    if isLast {
      for position in 0..<held where !scratch.holdings[position].isClosed {
        sellAtTermEnd(position, quarter: quarter, recorder: &recorder)
      }
    }
    scratch.grossValue[quarter] = marks
    countCarryIfSold(quarter)
    if model.tracksLosses {
      scratch.losses.jumps[quarter] = grossLoss - grossLossBefore
      grossLossBefore = grossLoss
    }
  }

  private mutating func leave<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let holding = scratch.holdings + position
    if holding.pointee.isListed {
      let amount = Rounding.amount(holding.pointee.mark / Double(holding.pointee.partsLeft))
      sellPart(holding, for: amount, quarter: quarter)
      if !holding.pointee.isClosed { waitToLeave(position, in: quarter + 1) }
      tell(.sold, position, quarter: quarter, amount: amount, &recorder)
    } else if holding.pointee.life.fate == Fate.ipoIndex {
      holding.pointee.isListed = true
      holding.pointee.companyValue *= holding.pointee.life.exitValue / holding.pointee.price
      holding.pointee.price = holding.pointee.life.exitValue
      holding.pointee.partsLeft = model.rounds.exits.sellDown
      remark(holding, holding.pointee.shareValue)
      waitToLeave(position, in: quarter + model.rounds.exits.lockUp + 1)
      tell(.listed, position, quarter: quarter, amount: 0, &recorder)
    } else {
      let amount = Rounding.amount(payout(holding.pointee, quarter: quarter))
      guard !isRefused(holding.pointee, price: amount) else { return }
      sellAll(holding, for: amount, quarter: quarter)
      tell(.sold, position, quarter: quarter, amount: amount, &recorder)
    }
  }

  /// Whether a stake may not be sold as less is offered than a part of what it is valued at; it is
  /// held to the end of the term then.
  private func isRefused(_ holding: Holding, price: Double) -> Bool {
    holding.life.isSale && !Rounding.reaches(price, vehicle.rules.priceFloor * holding.mark)
  }

  private func payout(_ holding: Holding, quarter: Int) -> Double {
    let life = holding.life
    switch life.payout {
    case .price: return holding.shares * life.exitValue
    case .cost: return holding.cost * life.exitValue
    case .costWithInterest:
      return holding.costWithInterest(model.rounds.exits.buyback.interest, quarter: quarter)
    }
  }

  private mutating func sellAtTermEnd<Recorder: TransferRecorder>(
    _ position: Int, quarter: Int, recorder: inout Recorder
  ) {
    let amount = Rounding.amount(model.saleShareOfNAV * scratch.holdings[position].mark)
    result.companies.soldAtTermEnd += 1
    if model.isInKind { result.inKind += amount }
    sellAll(scratch.holdings + position, for: amount, quarter: quarter)
    tell(.soldAtTermEnd, position, quarter: quarter, amount: amount, &recorder)
  }

  /// Sells one of the equal parts of a listed stake.
  private mutating func sellPart(
    _ holding: UnsafeMutablePointer<Holding>, for amount: Double, quarter: Int
  ) {
    let parts = holding.pointee.partsLeft
    guard parts > 1 else { return sellAll(holding, for: amount, quarter: quarter) }
    countCarry(
      on: amount, of: holding.pointee, part: 1 / Double(model.rounds.exits.sellDown),
      quarter: quarter)
    holding.pointee.proceeds += amount
    scratch.proceeds[quarter] += amount
    scratch.exitedCost[quarter] += holding.pointee.cost / Double(model.rounds.exits.sellDown)
    holding.pointee.shares *= Double(parts - 1) / Double(parts)
    holding.pointee.partsLeft = parts - 1
    remark(holding, holding.pointee.shareValue)
  }

  /// Sells what is left of a stake.
  private mutating func sellAll(
    _ holding: UnsafeMutablePointer<Holding>, for amount: Double, quarter: Int
  ) {
    holding.pointee.proceeds += amount
    scratch.proceeds[quarter] += amount
    let part = partHeld(of: holding.pointee)
    scratch.exitedCost[quarter] += holding.pointee.cost * part
    countCarry(on: amount, of: holding.pointee, part: part, quarter: quarter)
    remark(holding, 0)
    close(holding, quarter: quarter)
  }

  mutating func close(_ holding: UnsafeMutablePointer<Holding>, quarter: Int) {
    holding.pointee.isClosed = true
    holding.pointee.shares = 0
    scratch.exitedCount[quarter] += 1
    result.count(holding.pointee)
    if vehicle.rules.reinvestment.isOn {
      scratch.forgetRecognition(
        of: holding.pointee.company, cost: holding.pointee.cost, soldIn: quarter, last: last)
    }
    guard holding.pointee.proceeds > 0 else { return }
    proceedsOut[count] = holding.pointee.proceeds * vehicle.motherShare
    count += 1
  }
}
