// Print, Stream and Serial with what the sketches use of them; Serial reads standard input.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

class Print {
public:
    virtual ~Print() {}
    virtual size_t write(uint8_t one) = 0;
    virtual size_t write(const uint8_t* data, size_t size) {
        size_t written = 0;
        while (written < size && write(data[written])) ++written;
        return written;
    }
    size_t print(const char* text) { return write(reinterpret_cast<const uint8_t*>(text), strlen(text)); }
    size_t println() { return print("\n"); }
};

class Stream : public Print {
public:
    virtual int available() = 0;
    virtual int read() = 0;
    size_t readBytes(char* to, size_t size) {
        size_t count = 0;
        for (int one; count < size && (one = read()) >= 0; ++count) to[count] = static_cast<char>(one);
        return count;
    }
};

struct SerialPort : Stream {
    void begin(unsigned long) {}
    int available() override { return ungetc(getchar(), stdin) == EOF ? 0 : 1; }
    int read() override { return getchar(); }
    using Print::write;
    size_t write(uint8_t one) override { return putchar(one) == EOF ? 0 : 1; }
};
inline SerialPort Serial;
