/// A command of libedit that is its undoing here, whatever key of `.editrc` runs it, and what the
/// keys run in its place.
struct HazardousCommand {
  let command: String
  let inInsertMode: String
  let inCommandMode: String

  private init(_ command: String, insert: String, command instead: String) {
    self.command = command
    inInsertMode = insert
    inCommandMode = instead
  }

  private static let anywhere = [
    // An empty one crashes it.
    HazardousCommand("ed-command", insert: "ed-unassigned", command: "ed-unassigned"),
    // An editor would start with signals blocked.
    HazardousCommand("vi-histedit", insert: "ed-unassigned", command: "ed-unassigned"),
    // What was typed since the last change is typed again, this key with it, and so on for ever.
    HazardousCommand("vi-redo", insert: "ed-unassigned", command: "vi-redo"),
  ]

  /// With the vi keys the move to the end of an empty line steps out of the line's buffer, and what
  /// is deleted or typed next destroys the heap: ours looks first.
  private static let withViKeys = [
    HazardousCommand("ed-move-to-end", insert: "epynn-end-insert", command: "epynn-end")
  ]

  static func all(isVi: Bool) -> [HazardousCommand] { isVi ? anywhere + withViKeys : anywhere }
}
