import ArgumentParser
import EpynnShell

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ProgramCommandLine {
  /// All that this program takes, as its parser knows it.
  static func described() throws -> ProgramCommandLine {
    ProgramCommandLine(
      program: try usage(of: EpynnREPL.self, details: EpynnREPL.about),
      subcommands: try EpynnREPL.subcommands.map {
        try usage(of: $0, details: $0.configuration.discussion)
      })
  }

  private static func usage(
    of type: any ParsableCommand.Type, details: String
  ) throws -> ProgramUsage {
    let description = try JSONDecoder().decode(
      ParserDescription.self, from: Data(type._dumpHelp().utf8))
    return ProgramUsage(
      name: description.command.commandName, summary: type.configuration.abstract,
      details: details.split(separator: "\n\n").map(String.init),
      options: (description.command.arguments ?? []).filter(\.shouldDisplay).map(\.option))
  }
}

/// What the parser tells of a command and its options.
private struct ParserDescription: Decodable {
  struct Command: Decodable {
    let commandName: String
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      var text: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    struct Completion: Decodable {
      struct Values: Decodable { let values: [String] }
      struct Files: Decodable { let extensions: [String] }
      struct Folders: Decodable {}

      let list: Values?
      let file: Files?
      let directory: Folders?
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let completionKind: Completion?
    let abstract: String?

    var option: ProgramOption {
      ProgramOption(
        names: (names ?? []).map(\.text), value: kind == .flag ? nil : valueName,
        isOptional: isOptional, isRepeating: isRepeating, summary: abstract ?? "",
        values: allValues ?? [], standard: defaultValue, completion: completion)
    }

    private var completion: ProgramOption.Completion {
      if let list = completionKind?.list { return .words(list.values) }
      if let file = completionKind?.file { return .files(file.extensions) }
      if completionKind?.directory != nil { return .folders }
      return allValues.map { $0.isEmpty ? .nothing : .words($0) } ?? .nothing
    }
  }

  let command: Command
}
