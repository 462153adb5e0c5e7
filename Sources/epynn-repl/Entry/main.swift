import EpynnProgram

EpynnREPL.main()
