@main struct Cxsh { static func main() {} }
