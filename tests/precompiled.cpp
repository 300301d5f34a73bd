// Nothing of its own: it makes the headers that all tests read once (`tests/CMakeLists.txt`).
