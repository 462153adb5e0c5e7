"""Writes the files of SafeTensorsTests: python3 make_safetensors.py

The numbers are those of Float16 and BFloat16 both, so that every type holds them exactly.
"""

import json
import struct

import numpy as np
from safetensors.numpy import save_file

a = np.array([[1.5, -2.0, 0.0], [0.25, 96.0, -0.0078125]])
w = np.array([[1, 0, 3], [7, 100, 2]])
types = {"f64": np.float64, "f32": np.float32, "f16": np.float16}
wholes = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"]
named = {name: a.astype(t) for name, t in types.items()}
named |= {name: w.astype(f"{name[0]}{int(name[1:]) // 8}") for name in wholes}
named |= {"bool": w > 1, "list": a[0].copy(), "scalar": np.array(2.5), "three": np.zeros((2, 1, 3))}
named["empty"] = np.zeros((0, 3))
save_file(named, "types.safetensors", metadata={"made": "with \"quotes\" and \u00fcmlauts \U0001f600"})


def write(name, header, data):
    text = json.dumps(header).encode()
    with open(name, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


# The upper halves of Float32s, which NumPy has no type for.
upper = (a.astype("<f4").view("<u4") >> 16).astype("<u2")
write(
    "brain.safetensors",
    {"w": {"dtype": "BF16", "shape": [2, 3], "data_offsets": [0, 12]}}, upper.tobytes())
