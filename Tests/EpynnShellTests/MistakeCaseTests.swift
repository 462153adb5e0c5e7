import EpynnCore
import Testing

@testable import EpynnShell

/// What people really got wrong, named: by a formula that gives the person's tensor on another layer
/// too, so that no coincidence counts.
@Suite struct MistakeCaseTests {
  /// What is found of a file or of a line.
  private struct Account: CustomStringConvertible {
    var places = 0
    var isFirst = 0
    var isNamed = 0
    var isCalled = 0
    var count = 0
    var failures: [String] = []

    var description: String {
      "\(places) of \(count) first wrong tensors, \(isNamed) of \(count) named (\(isFirst) by the"
        + " first finding, \(isCalled) called)"
    }
  }

  private func account(_ file: String, _ wrong: (MistakeCase) -> String?) throws -> Account {
    var account = Account()
    for mistake in try MistakeCase.every() {
      let (verification, report) = try mistake.verified(file)
      guard let name = wrong(mistake) else {
        #expect(verification.first == nil, "\(mistake.name)")
        continue
      }
      account.count += 1
      guard let row = verification.first, case .differs(let result) = row.verdict else {
        account.failures.append("\(mistake.name): nothing differs")
        continue
      }
      let first = row.quantity.text(inLayer: row.layer, of: mistake.layers)
      account.places += first == name ? 1 : 0
      let findings = result.findings(in: verification.machine)
      let travels = try findings.map {
        try mistake.travels($0, to: name, with: verification.machine)
      }
      account.isFirst += travels.first == true ? 1 : 0
      account.isNamed += travels.contains(true) ? 1 : 0
      account.isCalled += result.isCalled && travels.contains(true) ? 1 : 0
      if first != name || travels.first != true {
        account.failures.append("\(mistake.name) \(first), wanted \(name): \(travels)")
        account.failures.append("  \(report.json.text.suffix(700))")
      }
    }
    return account
  }

  @Test func allTensorsOfAProgram() throws {
    let account = try account("all.npz", \.all)
    print("mistakes, all.npz: \(account)")
    print(account.failures.joined(separator: "\n"))
    #expect(account.places == account.count && account.count >= 47)
    #expect(account.isNamed * 10 >= account.count * 9)
  }

  @Test func whatNotebooksKeep() throws {
    let account = try account("sparse.npz", \.sparse)
    print("mistakes, sparse.npz: \(account)")
    print(account.failures.joined(separator: "\n"))
    #expect(account.isNamed * 10 >= account.count * 8)
  }

  /// What other courses define so is no mistake by itself.
  @Test(arguments: [
    ("42-db-mean-only", [], true), ("48-avg-missing-convention", ["gradients-averaged"], true),
    ("49-avg-in-loss", ["gradients-averaged"], false), ("53-half-square", [], true),
    ("72-relu-slope-one-at-zero", [], true),
    ("24-error-averaged-twice", ["gradients-averaged"], false),
  ])
  func conventionsAreNamedAsSuch(name: String, found: [String], isConvention: Bool) throws {
    let mistake = try #require(try MistakeCase.every().first { $0.name == name })
    let (verification, report) = try mistake.verified("all.npz")
    #expect(verification.foundConventions.map(\.name) == found)
    let isNamed = report.json.text.firstRange(of: "\"convention\": \(isConvention)")
    let isOther = report.json.text.firstRange(of: "\"convention\": \(!isConvention)")
    let first = try #require(isNamed).lowerBound
    #expect(isOther.map { first < $0.lowerBound } ?? true)
  }

  @Test func typedWithFourDecimals() throws {
    var account = Account()
    for mistake in try MistakeCase.every() {
      guard let name = mistake.typed else { continue }
      account.count += 1
      let typed = try mistake.typedWithFourDecimals()
      let findings = typed.result.findings(in: typed.machine)
      let travels = try findings.map { try mistake.travels($0, to: name, with: typed.machine) }
      account.places += typed.result.agrees ? 0 : 1
      account.isFirst += travels.first == true ? 1 : 0
      account.isNamed += travels.contains(true) ? 1 : 0
      account.isCalled += typed.result.isCalled && travels.contains(true) ? 1 : 0
      if travels.first != true || !typed.result.isCalled {
        account.failures.append(
          "\(mistake.name) \(name): \(travels), called \(typed.result.isCalled)\n"
            + (try mistake.answer()))
      }
    }
    print("mistakes, typed: \(account)")
    print(account.failures.joined(separator: "\n"))
    #expect(account.isNamed * 10 >= account.count * 8)
  }
}
