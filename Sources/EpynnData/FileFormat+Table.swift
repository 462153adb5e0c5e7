import EpynnCore

extension FileFormat {
  /// NumPy's archive of several arrays: `np.savez("d.npz", X=X, Y=Y)`.
  static let npz = FileFormat(
    ending: ".npz", isKnown: { $0.starts(with: "PK".utf8) },
    arrays: { bytes, _, choose throws(DataFault) in
      try NPZFile.arrays(in: bytes, choosing: choose)
    },
    samples: { bytes, options, room throws(DataFault) in
      try ArchiveSamples.samples(options: options, room: room) { choose throws(DataFault) in
        try NPZFile.arrays(in: bytes, choosing: choose)
      }
    })

  /// NumPy's file of one array, named by the file.
  static let npy = FileFormat(
    ending: ".npy", isKnown: { $0.starts(with: NPYFile.magic) },
    arrays: { bytes, name, choose throws(DataFault) in
      let array = try NPYFile.array(named: name, reading: bytes)
      return try choose([name]).places.isEmpty ? ([], [name]) : ([array], [])
    },
    samples: { _, _, _ throws(DataFault) in throw DataFault(.oneArray) })

  /// Tensors by their names, as PyTorch's programs save them.
  static let safetensors = FileFormat(
    ending: ".safetensors", isKnown: SafeTensors.isKnown,
    arrays: { bytes, _, choose throws(DataFault) in
      try SafeTensors.arrays(in: bytes, choosing: choose)
    },
    samples: { bytes, options, room throws(DataFault) in
      try ArchiveSamples.samples(options: options, room: room) { choose throws(DataFault) in
        try SafeTensors.arrays(in: bytes, choosing: choose)
      }
    })

  /// A table of comma-separated values; for arrays, with a name above each or named by the file.
  static let csv = FileFormat(
    ending: ".csv", isKnown: { _ in false },
    arrays: { bytes, name, choose throws(DataFault) in
      try TableFile.arrays(in: bytes, named: name, choosing: choose)
    },
    samples: { bytes, options, room throws(DataFault) in
      guard options.samplesInColumns else {
        return try DataSet(try CSVTable(reading: bytes), options: options, room: room)
      }
      return try DataSet(try TurnedTable(reading: bytes), options: options, room: room)
    })
}
