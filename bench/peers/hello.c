#include <stdio.h>

int main(void) { return puts("Hello, World!") < 0; }
