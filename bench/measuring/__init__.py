"""What every measurement needs: processes and their CPU, a server's log, a browser, and how a figure is printed."""
