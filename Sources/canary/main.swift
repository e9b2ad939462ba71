import CanaryCommands

CanaryProgram.main()
