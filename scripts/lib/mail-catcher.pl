#!/usr/bin/env perl
# Takes mail and keeps it: mail-catcher.pl PORT FOLDER. Each message becomes one file. For trying out and for tests.
use strict;
use warnings;
use IO::Socket::INET;

my ($port, $folder) = @ARGV;
die "usage: mail-catcher.pl PORT FOLDER\n" unless defined $folder;
$SIG{CHLD} = 'IGNORE';
my $listener = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 20, ReuseAddr => 1)
    or die "cannot listen on port $port: $!\n";
print "catching mail on port ", $listener->sockport, "\n";
$| = 1;
my $count = 0;
while (my $client = $listener->accept) {
    $count++;
    my $child = fork // die "fork: $!\n";
    if ($child) { close $client; next; }
    close $listener;
    $client->autoflush(1);
    print $client "220 catcher\r\n";
    while (defined(my $line = <$client>)) {
        if ($line =~ /^DATA/i) {
            print $client "354 go on\r\n";
            my $mail = '';
            while (defined($line = <$client>)) { last if $line =~ /^\.\r?\n$/; $line =~ s/^\.\././; $mail .= $line; }
            open my $file, '>', "$folder/$count.part" or die "cannot write: $!\n";
            print $file $mail;
            close $file;
            rename "$folder/$count.part", "$folder/$count.eml";
            print $client "250 kept\r\n";
        }
        elsif ($line =~ /^EHLO|^HELO/i) { print $client "250 catcher\r\n"; }
        elsif ($line =~ /^QUIT/i) { print $client "221 bye\r\n"; last; }
        else { print $client "250 ok\r\n"; }
    }
    exit 0;
}
