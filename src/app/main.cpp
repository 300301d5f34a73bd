#include "app/command_line.h"

int main(int count, char** arguments) { return reliure::app::run(count, arguments); }
