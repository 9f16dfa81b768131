System.Console.WriteLine("Qijiang");
