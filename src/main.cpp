#include "cli/cli.h"

int main(int argc, char** argv) {
  return huizong::cli::main(argc, argv);
}
