#include <stdio.h>
inline int uart_poll_in(const device*, unsigned char* one) {
    const int read = getchar();
    *one = read == EOF ? 4 : static_cast<unsigned char>(read);
    return 0;
}
