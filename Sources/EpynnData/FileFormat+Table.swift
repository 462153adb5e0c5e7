import EpynnCore

extension FileFormat {
  /// NumPy's archive of several arrays: `np.savez("d.npz", X=X, Y=Y)`.
  static let npz = FileFormat(
    ending: ".npz", magic: Array("PK".utf8),
    arrays: { bytes, _, isWanted throws(DataFault) in
      try NPZFile.arrays(in: bytes, where: isWanted)
    },
    samples: { bytes, options, room throws(DataFault) in
      try NPZFile.samples(in: bytes, options: options, room: room)
    })

  /// NumPy's file of one array, named by the file.
  static let npy = FileFormat(
    ending: ".npy", magic: NPYFile.magic,
    arrays: { bytes, name, _ throws(DataFault) in
      ([try NPYFile.array(named: name, reading: bytes)], [])
    },
    samples: { _, _, _ throws(DataFault) in throw DataFault(.oneArray) })

  /// A table of comma-separated values; for arrays, with a name above each or named by the file.
  static let csv = FileFormat(
    ending: ".csv", magic: [],
    arrays: { bytes, name, isWanted throws(DataFault) in
      (try TableFile.arrays(in: bytes, named: name, where: isWanted), [])
    },
    samples: { bytes, options, room throws(DataFault) in
      guard options.samplesInColumns else {
        return try DataSet(try CSVTable(reading: bytes), options: options, room: room)
      }
      return try DataSet(try TurnedTable(reading: bytes), options: options, room: room)
    })
}
